package app.tutti.sfu.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A short queue of frames (RFC 4571 §2) before a connection. It grows only for a reader that is slow, and no further
 * than what is still worth hearing. Not for several threads at once.
 */
final class FrameWriter {
    private static final int FIRST = FrameReader.PREFIX + FrameReader.LONGEST;

    /** With the kernel's own buffer a few seconds of music: whoever is further behind misses some. */
    private static final int MOST = 1 << 15;

    private ByteBuffer queue;

    /** Appends a frame. False when there is no room for it. */
    boolean add(byte[] bytes, int offset, int length, boolean bare) {
        if (length > FrameReader.LONGEST || !roomFor(FrameReader.PREFIX + length)) {
            return false;
        }
        if (!bare) {
            queue.putShort((short) length);
        }
        queue.put(bytes, offset, length);
        return true;
    }

    /** Writes what the channel takes. True when nothing is left. */
    boolean writeTo(WritableByteChannel channel) throws IOException {
        if (queue == null) {
            return true;
        }
        queue.flip();
        try {
            channel.write(queue);
        } finally {
            queue.compact();
        }
        return queue.position() == 0;
    }

    private boolean roomFor(int bytes) {
        if (queue == null) {
            queue = ByteBuffer.allocate(FIRST);
        }
        if (queue.remaining() >= bytes) {
            return true;
        }
        if (queue.position() + bytes > MOST) {
            return false;
        }
        queue = ByteBuffer.allocate(Math.min(MOST, 2 * queue.capacity() + bytes))
                .put(queue.flip());
        return true;
    }
}
