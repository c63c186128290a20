package app.tutti.room;

/** Follows a client's WebSocket frames byte by byte, to see that each has a mask (RFC 6455 §5.1, §5.2). */
final class FrameMasks {
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int KEY_BYTES = 4;

    private enum Part {
        OPCODE,
        LENGTH,
        LONGER_LENGTH,
        REST
    }

    private Part next = Part.OPCODE;
    private int lengthBytes;
    private long left;

    /** @return false at a frame without a mask; nothing counts after it */
    boolean allow(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (next == Part.REST) {
                long step = Math.min(left, end - at);
                at += (int) step;
                advance(step);
            } else if (!allowHeader(bytes[at++] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private void advance(long step) {
        left -= step;
        if (left == 0) {
            next = Part.OPCODE;
        }
    }

    private boolean allowHeader(int value) {
        switch (next) {
            case OPCODE -> next = Part.LENGTH;
            case LENGTH -> {
                measure(value & LENGTH);
                return (value & MASKED) != 0;
            }
            case LONGER_LENGTH -> lengthen(value);
            default -> throw new IllegalStateException("the rest of a frame has no header");
        }
        return true;
    }

    private void measure(int length) {
        lengthBytes = length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? Long.BYTES : 0;
        left = lengthBytes == 0 ? length : 0;
        begin();
    }

    private void lengthen(int value) {
        left = left << Byte.SIZE | value;
        lengthBytes--;
        begin();
    }

    private void begin() {
        next = lengthBytes > 0 ? Part.LONGER_LENGTH : Part.REST;
        if (next == Part.REST) {
            // RFC 6455 §5.2: the highest bit is never set; whoever sets it is refused for the size.
            left = (left & Long.MAX_VALUE) + KEY_BYTES;
            if (left < 0) {
                left = Long.MAX_VALUE;
            }
        }
    }
}
