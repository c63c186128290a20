package app.tutti.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/** A request's body, which has to come to its end in time. */
final class TimedBody extends ServletInputStream {
    /** For the largest that there is, a megabyte, by a slow phone. A single byte has thirty seconds, by the server itself. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final ServletInputStream client;
    private final Exchange exchange;
    private final long expected;
    private final long end;
    private long come;

    /** @param expected its length; negative where it is not known */
    TimedBody(ServletInputStream client, Exchange exchange, long expected, long nowNanos) {
        this.client = client;
        this.exchange = exchange;
        this.expected = expected;
        this.end = nowNanos + LONGEST.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (come == expected) {
            return -1;
        }
        int most = expected < 0 ? length : (int) Math.min(length, expected - come);
        int read = readInTime(bytes, offset, most);
        come += Math.max(read, 0);
        if (read < 0 || come == expected) {
            exchange.leavePlace();
        }
        return read;
    }

    private int readInTime(byte[] bytes, int offset, int length) {
        if (System.nanoTime() - end > 0) {
            throw new BodyCut(null);
        }
        try {
            return client.read(bytes, offset, length);
        } catch (Exception brokenOff) {
            // The server's own timeout comes as it is, which no signature says.
            exchange.lose();
            throw new BodyCut(brokenOff);
        }
    }

    @Override
    public int available() throws IOException {
        return client.available();
    }

    @Override
    public boolean isFinished() {
        return come == expected || client.isFinished();
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        client.setReadListener(listener);
    }
}
