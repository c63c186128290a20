package app.tutti.sfu.rtp;

/** An RTP packet (RFC 3550 §5.1) read in place. Wraps borrowed bytes; confined to one thread. */
public final class RtpPacket {
    /** Bytes of a header without contributing sources and extension, which is all we send. */
    public static final int HEADER = 12;

    private static final int VERSION = 2;

    private byte[] bytes;
    private int offset;
    private int length;
    private int headerLength;

    /**
     * Checks that a whole header is there, its contributing sources and extension included. The payload may still be
     * encrypted.
     */
    public boolean wrap(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        if (length < HEADER || (bytes[offset] & 0xff) >>> 6 != VERSION) {
            return false;
        }
        headerLength = HEADER + 4 * (bytes[offset] & 0x0f);
        return extended() ? measureExtension() : length >= headerLength;
    }

    /** Takes the padding off a decrypted packet. False when its count lies. */
    public boolean trimPadding() {
        if ((bytes[offset] & 0x20) == 0) {
            return true;
        }
        int padding = bytes[offset + length - 1] & 0xff;
        if (length == headerLength || padding == 0 || padding > payloadLength()) {
            return false;
        }
        length -= padding;
        return true;
    }

    public boolean marker() {
        return (bytes[offset + 1] & 0x80) != 0;
    }

    public int payloadType() {
        return bytes[offset + 1] & 0x7f;
    }

    public int sequenceNumber() {
        return Words.unsignedShort(bytes, offset + 2);
    }

    public int timestamp() {
        return Words.get(bytes, offset + 4);
    }

    public int ssrc() {
        return Words.get(bytes, offset + 8);
    }

    /** With contributing sources and extension, in bytes. */
    public int headerLength() {
        return headerLength;
    }

    public int payloadOffset() {
        return offset + headerLength;
    }

    public int payloadLength() {
        return length - headerLength;
    }

    /** Writes a header of {@link #HEADER} bytes. Only the low 16 bits of the index go out, as sequence number. */
    public static void writeHeader(
            byte[] to, int offset, boolean marker, int payloadType, long index, int timestamp, int ssrc) {
        to[offset] = (byte) (VERSION << 6);
        to[offset + 1] = (byte) (marker ? 0x80 | payloadType : payloadType);
        Words.putShort(to, offset + 2, (int) index);
        Words.put(to, offset + 4, timestamp);
        Words.put(to, offset + 8, ssrc);
    }

    private boolean extended() {
        return (bytes[offset] & 0x10) != 0;
    }

    private boolean measureExtension() {
        if (length < headerLength + 4) {
            return false;
        }
        headerLength += 4 + 4 * Words.unsignedShort(bytes, offset + headerLength + 2);
        return length >= headerLength;
    }
}
