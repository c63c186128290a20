package app.tutti.sfu.net;

/**
 * Up to 64 datagrams on their way out. They may leave at once or when the batch is flushed; either way the
 * bytes are copied before {@code add} returns. Confined to the thread that asked its port for it.
 */
public interface SendBatch {
    int CAPACITY = 64;

    /** Appends a datagram, and flushes when that fills the batch. */
    void add(byte[] bytes, int offset, int length, Flow destination);

    /** Sends what is left. Returns how many datagrams the kernel refused since the last flush. */
    int flush();
}
