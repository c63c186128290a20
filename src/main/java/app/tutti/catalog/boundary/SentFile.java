package app.tutti.catalog.boundary;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes of a file on their way to a client, the first of them as ever, with the head of the answer; the kernel sends the
 * rest by itself.
 */
record SentFile(FileSlice slice, ClientConnection connection) implements StreamingOutput {
    /** More than the buffers on the way, so that the head is out. */
    private static final int FIRST = 64 * 1024;

    @Override
    public void write(OutputStream client) throws IOException {
        long before = Math.min(FIRST, slice.length());
        new FileSlice(slice.file(), slice.first(), before).write(client);
        if (before < slice.length()) {
            client.flush();
            send(before);
        }
    }

    /** As with {@link FileSlice}: to hang up in the middle is nothing to report. */
    private void send(long before) {
        try {
            connection.send(slice.file(), slice.first() + before, slice.length() - before);
        } catch (IOException hungUp) {
            System.getLogger(SentFile.class.getName()).log(System.Logger.Level.DEBUG, "A track was not sent", hungUp);
        }
    }
}
