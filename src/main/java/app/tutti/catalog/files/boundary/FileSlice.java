package app.tutti.catalog.files.boundary;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes of a file on their way to a client, a buffer at a time.
 *
 * @param disguises what is sent in place of what is there
 */
public record FileSlice(Path file, long first, long length, List<FileSlice.Disguise> disguises)
        implements StreamingOutput {
    /** So many bytes at this place of the file are sent as these. */
    public record Disguise(long place, byte[] bytes) {}

    /** Twice as fast as a quarter of it (docs/decisions/027). */
    private static final int BUFFER = 256 * 1024;

    FileSlice(Path file, long first, long length) {
        this(file, first, length, List.of());
    }

    public static FileSlice whole(Path file) throws IOException {
        return new FileSlice(file, 0, Files.size(file));
    }

    public FileSlice part(long first, long length) {
        return new FileSlice(file, first, length, disguises);
    }

    @Override
    public void write(OutputStream client) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length));
            for (long sent = 0; sent < length; sent += buffer.position()) {
                read(channel, buffer, sent);
                if (!accepts(client, buffer)) {
                    return;
                }
            }
        }
    }

    private void read(FileChannel channel, ByteBuffer buffer, long sent) throws IOException {
        buffer.clear().limit((int) Math.min(buffer.capacity(), length - sent));
        if (channel.read(buffer, first + sent) < 0) {
            throw new IOException(file + " became shorter while it was sent");
        }
        for (Disguise disguise : disguises) {
            disguise(buffer, disguise.place() - first - sent, disguise.bytes());
        }
    }

    private static void disguise(ByteBuffer buffer, long place, byte[] bytes) {
        for (int index = 0; index < bytes.length; index++) {
            if (place + index >= 0 && place + index < buffer.position()) {
                buffer.put((int) place + index, bytes[index]);
            }
        }
    }

    /** A player that seeks or moves on hangs up in the middle: nothing to report. */
    private static boolean accepts(OutputStream client, ByteBuffer buffer) {
        try {
            client.write(buffer.array(), 0, buffer.position());
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }
}
