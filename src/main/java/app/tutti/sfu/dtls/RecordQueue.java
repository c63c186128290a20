package app.tutti.sfu.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsTimeoutException;

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

    /** The type of a record (RFC 5246 §6.2.1). */
    private static final int HANDSHAKE = 22;

    /** How often somebody who waits looks whether it still may, and whether its flight is lost. */
    private static final long LOOK_NANOS = 250_000_000L;

    /** After so many looks in vain the flight is repeated at every so-manieth only, which is once a second. */
    private static final int PATIENT = 4;

    private final ArrayBlockingQueue<byte[]> records = new ArrayBlockingQueue<>(CAPACITY);
    private final DatagramSender sender;
    private final BooleanSupplier givesUp;
    private volatile boolean closed;

    /** Whose records are gathered to a flight. */
    private volatile Thread gatherer;

    private byte[] datagram = new byte[SEND_LIMIT];
    private int gathered;
    private final List<byte[]> flight = new ArrayList<>();
    private boolean flightOver;
    private int looks;

    RecordQueue(DatagramSender sender) {
        this(sender, () -> false);
    }

    /** @param givesUp true ends the waiting for the peer; asked now and then */
    RecordQueue(DatagramSender sender, BooleanSupplier givesUp) {
        this.sender = sender;
        this.givesUp = givesUp;
    }

    /** False when it was full, or nothing of the datagram was wanted. */
    boolean offer(byte[] datagram) {
        int kept = ClearAlerts.remove(datagram);
        return kept > 0 && records.offer(kept == datagram.length ? datagram : Arrays.copyOf(datagram, kept));
    }

    /**
     * Has what this thread sends go out together, when it waits for the peer or calls {@link #flush} (RFC 6347 §4.1.1): of
     * five datagrams on a bad line one is lost as a rule, and all are needed.
     */
    void gather() {
        gatherer = Thread.currentThread();
    }

    /** Sends what is gathered, and from here on everything at once. */
    void flush() {
        sendGathered();
        gatherer = null;
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
        if (Thread.currentThread() == gatherer) {
            sendGathered();
            flightOver = true;
        }
        byte[] record = poll(waitMillis);
        if (closed) {
            throw new IOException("The transport is closed");
        }
        if (record == null) {
            return -1;
        }
        int size = Math.min(length, record.length);
        System.arraycopy(record, 0, to, offset, size);
        return size;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        if (Thread.currentThread() != gatherer || length > SEND_LIMIT) {
            sender.send(bytes, offset, length);
            return;
        }
        if (gathered + length > SEND_LIMIT) {
            sendGathered();
        }
        System.arraycopy(bytes, offset, datagram, gathered, length);
        gathered += length;
    }

    @Override
    public void close() {
        closed = true;
        // Whoever waits for a record need not wait any more.
        records.offer(new byte[0]);
    }

    private void sendGathered() {
        if (gathered == 0) {
            return;
        }
        if (flightOver) {
            flight.clear();
            flightOver = false;
        }
        byte[] sent = Arrays.copyOf(datagram, gathered);
        gathered = 0;
        flight.add(sent);
        sender.send(sent, 0, sent.length);
    }

    private byte[] poll(int waitMillis) throws IOException {
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            byte[] record = records.poll(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            while (record == null && left > LOOK_NANOS) {
                look();
                left -= LOOK_NANOS;
                record = records.poll(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            }
            looks = record == null ? looks : 0;
            return record;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a record");
        }
    }

    /**
     * BouncyCastle waits twice as long after every repetition, its peer's included, and is soon silent for longer than a
     * handshake may take. So its flight is repeated meanwhile, bit by bit, as if the network had done it: whoever has the
     * records already drops them (RFC 6347 §4.1.2.6).
     */
    private void look() throws TlsTimeoutException {
        if (givesUp.getAsBoolean()) {
            throw new TlsTimeoutException("Others wait for a turn");
        }
        looks++;
        if (Thread.currentThread() == gatherer && (looks < PATIENT || looks % PATIENT == 0)) {
            repeat();
        }
    }

    /** Sends the latest flight again. For the thread that gathered it. */
    void repeat() {
        flight.forEach(sent -> sender.send(sent, 0, sent.length));
    }

    /** True when something comes within a quarter of a second. */
    boolean awaits() throws InterruptedException {
        byte[] record = records.poll(LOOK_NANOS, TimeUnit.NANOSECONDS);
        return record != null && records.offer(record);
    }

    /** Whether a handshake goes on as the peer sees it. */
    boolean isHandshake() {
        byte[] next = records.peek();
        return next != null && next.length > 0 && next[0] == HANDSHAKE;
    }
}
