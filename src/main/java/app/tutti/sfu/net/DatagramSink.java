package app.tutti.sfu.net;

/** Takes the datagrams a {@link MediaPort} receives, one at a time, on the thread that asked for them. */
public interface DatagramSink {
    /**
     * @param bytes the datagram from index 0; lent for the call only, and free to be overwritten
     * @param length in bytes
     * @param source where it came from and an answer goes to; lent, too
     */
    void received(byte[] bytes, int length, Flow source);

    /** A connection is no more; nothing comes by it and nothing is sent. */
    default void ended(Flow flow) {}
}
