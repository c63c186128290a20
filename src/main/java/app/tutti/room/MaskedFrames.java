package app.tutti.room;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/** What a client sends on its socket; a frame without a mask ends the connection (RFC 6455 §5.1). */
final class MaskedFrames extends ServletInputStream {
    /** A close frame with 1002, a protocol error. */
    private static final byte[] PROTOCOL_ERROR = {(byte) 0x88, 2, 0x03, (byte) 0xea};

    private final WebConnection connection;
    private final ServletInputStream client;
    private final FrameMasks masks = new FrameMasks();

    MaskedFrames(WebConnection connection) throws IOException {
        this.connection = connection;
        this.client = connection.getInputStream();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = client.read(bytes, offset, length);
        if (read > 0 && !masks.allow(bytes, offset, read)) {
            refuse();
        }
        return read;
    }

    private void refuse() throws IOException {
        try (connection) {
            connection.getOutputStream().write(PROTOCOL_ERROR);
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            throw gone;
        } catch (Exception notClosed) {
            throw new IOException(notClosed);
        }
        throw new IOException("a frame without a mask");
    }

    @Override
    public boolean isFinished() {
        return client.isFinished();
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
