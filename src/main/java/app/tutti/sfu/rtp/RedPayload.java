package app.tutti.sfu.rtp;

/**
 * A payload of redundant audio (RFC 2198 §3): earlier frames first, each announced by a header of four bytes, and the
 * packet's own frame, the primary one, at the end.
 */
public final class RedPayload {
    private static final int HEADER = 4;

    private RedPayload() {}

    /**
     * Where the primary frame begins, from the payload's beginning; -1 when the headers lie, or tell of other frames
     * than of {@code payloadType}.
     */
    public static int primary(byte[] bytes, int offset, int length, int payloadType) {
        int end = offset + length;
        int at = offset;
        int redundant = 0;
        while (at + HEADER <= end && follows(bytes, at)) {
            if (payloadType(bytes, at) != payloadType) {
                return -1;
            }
            redundant += Words.unsignedShort(bytes, at + 2) & 0x3ff;
            at += HEADER;
        }
        if (at >= end || follows(bytes, at) || payloadType(bytes, at) != payloadType) {
            return -1;
        }
        int primary = at + 1 + redundant;
        return primary < end ? primary - offset : -1;
    }

    /** Gives each frame of a payload that {@link #primary} has read another payload type. */
    public static void retype(byte[] bytes, int offset, int payloadType) {
        int at = offset;
        for (; follows(bytes, at); at += HEADER) {
            bytes[at] = (byte) (0x80 | payloadType);
        }
        bytes[at] = (byte) payloadType;
    }

    private static boolean follows(byte[] bytes, int at) {
        return (bytes[at] & 0x80) != 0;
    }

    private static int payloadType(byte[] bytes, int at) {
        return bytes[at] & 0x7f;
    }
}
