package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file's bytes at any place, for who measures how long its sound is. What is behind its end reads as nothing. */
public final class SoundBytes implements AutoCloseable {
    private final FileChannel channel;
    private final long size;

    SoundBytes(Path file) throws IOException {
        channel = FileChannel.open(file);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** As many as there are, of {@code length}. */
    ByteBuffer read(long place, int length, ByteOrder order) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.clamp(size - place, 0, length));
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip().order(order);
    }

    /** ID3v2.4 §3.1: how many bytes its tag takes at the beginning; 0 without one. */
    long id3() throws IOException {
        ByteBuffer header = read(0, 10, ByteOrder.BIG_ENDIAN);
        if (header.remaining() < 10 || !text(header, 0, 3).equals("ID3")) {
            return 0;
        }
        long length = 0;
        for (int place = 6; place < 10; place++) {
            length = length << 7 | header.get(place) & 0x7F;
        }
        return length + 10;
    }

    static String text(ByteBuffer bytes, int from, int length) {
        byte[] some = new byte[length];
        bytes.get(from, some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
