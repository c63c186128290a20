package app.tutti.sfu.net;

import java.net.InetSocketAddress;

/**
 * A way to a peer and back: what datagrams come by is what answers leave by. Flows are equal when they are the same
 * way.
 */
public interface Flow {
    /** The address we see at the other end. */
    InetSocketAddress remote();

    /** True for a connection, false where each datagram goes by itself. */
    default boolean tcp() {
        return false;
    }

    /**
     * This flow, to be remembered: one that a {@link DatagramSink} is given is lent for the call. A connection that
     * nobody keeps is ended after a while.
     */
    Flow kept();

    /** Ends it, if it is a connection. For the receive thread. */
    default void close() {}

    /**
     * Sends one datagram now, for the rare ones outside the data path. Lost silently if there is no room for it: every
     * protocol above repeats what matters. Any thread.
     */
    void send(byte[] bytes, int offset, int length);
}
