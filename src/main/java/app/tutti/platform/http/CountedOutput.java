package app.tutti.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * What is sent to a client. When it hangs up, the rest goes nowhere without a word: the frameworks above would each tell
 * the log. Only what is long is stopped by an exception, for there is somebody who knows it and ends.
 */
final class CountedOutput extends ServletOutputStream {
    /** More than this can keep a thread waiting; less lies ready for the network while the thread goes on. */
    static final long LONG = 256 * 1024;

    private final ServletOutputStream client;
    private final CountedResponse response;
    private final Exchange exchange;
    private long sent;

    CountedOutput(ServletOutputStream client, CountedResponse response, Exchange exchange) {
        this.client = client;
        this.response = response;
        this.exchange = exchange;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sent += length;
        if (isLong() && !exchange.isLost() && !exchange.takePlace()) {
            exchange.lose();
        }
        if (!exchange.isLost()) {
            send(bytes, offset, length);
        }
        if (exchange.isLost() && isLong()) {
            throw new IOException("nobody takes it");
        }
    }

    private boolean isLong() {
        return Math.max(sent, response.length()) > LONG;
    }

    private void send(byte[] bytes, int offset, int length) {
        try {
            client.write(bytes, offset, length);
        } catch (IOException hungUp) {
            exchange.lose();
        }
    }

    @Override
    public void flush() {
        try {
            if (!exchange.isLost()) {
                client.flush();
            }
        } catch (IOException hungUp) {
            exchange.lose();
        }
    }

    @Override
    public void close() {
        try {
            if (!exchange.isLost()) {
                client.close();
            }
        } catch (IOException hungUp) {
            exchange.lose();
        }
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        client.setWriteListener(listener);
    }
}
