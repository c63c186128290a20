package app.tutti.sfu.net;

import java.nio.ByteBuffer;

/**
 * Takes one connection's stream of bytes apart into datagrams: frames of RFC 4571 §2, or, where the first message is a
 * STUN message by itself, more of those (RFC 8489 §6.2.2). Keeps only what has come of one that is not yet whole.
 * Confined to the receive thread.
 */
final class FrameReader {
    /** {@link #next} has to wait for more. */
    static final int NOT_YET = 0;
    /** Nothing that comes after can be read. */
    static final int BROKEN = -1;

    static final int PREFIX = 2;

    /** Whatever is longer is nothing we know. */
    static final int LONGEST = 2048;

    private static final int BINDING_REQUEST = 0x0001;
    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int STUN_HEADER = 20;
    private static final byte[] NOTHING = new byte[0];

    private byte[] kept = NOTHING;
    private boolean begun;
    private boolean bare;

    /** Puts what was kept before what is about to be read. */
    void resume(ByteBuffer stream) {
        stream.put(kept);
    }

    /**
     * Takes the next datagram.
     *
     * @param stream ready to be taken from
     * @param datagram gets it from index 0; has room for {@link #LONGEST}
     * @return its length, {@link #NOT_YET} or {@link #BROKEN}
     */
    int next(ByteBuffer stream, byte[] datagram) {
        while (stream.remaining() >= PREFIX) {
            int first = unsignedShort(stream, 0);
            // No frame of ours has one byte: this is how a plain question begins, which nobody has framed.
            bare |= !begun && first == BINDING_REQUEST;
            begun = true;
            if (bare) {
                return nextBare(stream, datagram);
            }
            if (first > LONGEST) {
                return BROKEN;
            }
            if (stream.remaining() < PREFIX + first) {
                return NOT_YET;
            }
            stream.position(stream.position() + PREFIX);
            // RFC 4571 §2: a frame may be empty, and means nothing then.
            if (first > 0) {
                stream.get(datagram, 0, first);
                return first;
            }
        }
        return NOT_YET;
    }

    /** Keeps what {@link #next} left. */
    void pause(ByteBuffer stream) {
        kept = stream.hasRemaining() ? new byte[stream.remaining()] : NOTHING;
        stream.get(kept);
    }

    /** True when answers go without a prefix, too. */
    boolean bare() {
        return bare;
    }

    private static int nextBare(ByteBuffer stream, byte[] datagram) {
        if (stream.remaining() < STUN_HEADER) {
            return NOT_YET;
        }
        int length = STUN_HEADER + unsignedShort(stream, 2);
        if (unsignedShort(stream, 0) != BINDING_REQUEST
                || stream.getInt(stream.position() + 4) != MAGIC_COOKIE
                || length > LONGEST) {
            return BROKEN;
        }
        if (stream.remaining() < length) {
            return NOT_YET;
        }
        stream.get(datagram, 0, length);
        return length;
    }

    private static int unsignedShort(ByteBuffer stream, int at) {
        return stream.getShort(stream.position() + at) & 0xffff;
    }
}
