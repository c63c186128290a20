package app.tutti.sfu;

/**
 * Hears what becomes of a transport. Called on one thread for the whole relay, one call at a time: work that takes
 * long belongs elsewhere.
 */
public interface TransportListener {
    /** Media can flow. */
    default void connected(Transport transport) {}

    /** It is gone, with its producer or consumer. The last call for this transport. */
    default void closed(Transport transport, CloseReason reason) {}
}
