package app.tutti.sfu.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;

/**
 * Datagrams on their way from the receive thread to the one that blocks in the handshake. When it is full they are
 * dropped, for DTLS repeats what is lost.
 */
final class RecordQueue implements DatagramTransport {
    /** Enough for a flight of 15 certificates' fragments; a handshake needs two or three. */
    private static final int CAPACITY = 16;

    /** What surely fits a path's MTU of 1280 with IPv6 and UDP headers. */
    private static final int SEND_LIMIT = 1200;

    private static final int RECEIVE_LIMIT = 2048;

    private final ArrayBlockingQueue<byte[]> records = new ArrayBlockingQueue<>(CAPACITY);
    private final DatagramSender sender;
    private volatile boolean closed;

    RecordQueue(DatagramSender sender) {
        this.sender = sender;
    }

    /** False when it was full. */
    boolean offer(byte[] record) {
        return records.offer(record);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] to, int offset, int length, int waitMillis) throws IOException {
        if (closed) {
            throw new IOException("The transport is closed");
        }
        byte[] record = poll(waitMillis);
        if (record == null) {
            return -1;
        }
        int size = Math.min(length, record.length);
        System.arraycopy(record, 0, to, offset, size);
        return size;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        sender.send(bytes, offset, length);
    }

    @Override
    public void close() {
        closed = true;
    }

    private byte[] poll(int waitMillis) throws InterruptedIOException {
        try {
            return records.poll(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a record");
        }
    }
}
