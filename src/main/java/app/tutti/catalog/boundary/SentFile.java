package app.tutti.catalog.boundary;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/**
 * Bytes of a file on their way to a client, the first of them as ever, with the head of the answer; the kernel sends the
 * rest by itself.
 */
record SentFile(FileSlice slice, ClientConnection connection) implements StreamingOutput {
    /** More than the buffers on the way, so that the head is out. */
    private static final int FIRST = 64 * 1024;

    /** A client that takes less than this in {@link ClientConnection}'s patience has given up. */
    private static final int PIECE = 512 * 1024;

    @Override
    public void write(OutputStream client) throws IOException {
        long before = Math.min(FIRST, slice.length());
        new FileSlice(slice.file(), slice.first(), before).write(client);
        if (before < slice.length()) {
            client.flush();
            send(before);
        }
    }

    private void send(long before) throws IOException {
        long end = slice.first() + slice.length();
        for (long first = slice.first() + before; first < end; first += PIECE) {
            // The kernel would wait for bytes that will never come.
            if (Files.size(slice.file()) < end) {
                throw new IOException(slice.file() + " became shorter while it was sent");
            }
            if (!accepts(first, Math.min(PIECE, end - first))) {
                return;
            }
        }
    }

    /** As with {@link FileSlice}: to hang up in the middle is nothing to report. */
    private boolean accepts(long first, long length) {
        try {
            connection.send(slice.file(), first, length);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }
}
