package app.tutti.sfu.rtp;

/**
 * Walks the packets of a decrypted compound RTCP packet (RFC 3550 §6.1) in place:
 * {@code if (rtcp.wrap(…)) while (rtcp.next()) switch (rtcp.type()) …}. Confined to one thread.
 */
public final class RtcpPacket {
    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int SOURCE_DESCRIPTION = 202;
    public static final int BYE = 203;
    public static final int TRANSPORT_FEEDBACK = 205;

    /** The format of a generic NACK (RFC 4585 §6.2.1). */
    public static final int GENERIC_NACK = 1;

    static final int REPORT_BLOCK = 24;
    private static final int HEADER = 8;
    private static final int FEEDBACK = HEADER + 4;

    private byte[] bytes;
    private int end;
    private int start;
    private int following;

    /**
     * Checks the whole compound: each packet must have a header with its SSRC, each length must lead to the next, and
     * the last one to the end. RFC 3550 §6.6 calls a BYE of nobody, which has no SSRC, useless; it is refused.
     */
    public boolean wrap(byte[] bytes, int length) {
        this.bytes = bytes;
        end = length;
        start = 0;
        following = 0;
        int at = 0;
        while (at + HEADER <= length && (bytes[at] & 0xff) >>> 6 == 2 && measure(at) >= HEADER) {
            at += measure(at);
        }
        return at == length && length > 0;
    }

    /** Steps to the next packet; false after the last. */
    public boolean next() {
        start = following;
        if (start >= end) {
            return false;
        }
        following = start + measure(start);
        return true;
    }

    public int type() {
        return bytes[start + 1] & 0xff;
    }

    /** The five bits that say how many blocks there are, or which format of feedback this is. */
    public int count() {
        return bytes[start] & 0x1f;
    }

    public int ssrc() {
        return Words.get(bytes, start + 4);
    }

    /** How many sources a BYE names (RFC 3550 §6.6), as far as it is long enough. */
    public int sources() {
        return Math.min(count(), (following - start) / Integer.BYTES - 1);
    }

    /** The SSRC of such a source. */
    public int source(int i) {
        return Words.get(bytes, start + Integer.BYTES * (1 + i));
    }

    /** The middle 32 bits of a sender report's NTP time, or 0 when it is cut short. */
    public int middleOfNtpTime() {
        return following - start < 28 ? 0 : Words.get(bytes, start + 10);
    }

    /** The fraction lost in 1/256 that a report's block about this SSRC tells, or -1 when there is none. */
    public int fractionLost(int ssrc) {
        int at = block(ssrc);
        return at < 0 ? -1 : bytes[at + 4] & 0xff;
    }

    /** The middle 32 bits of our sender report's NTP time that such a block answers, or 0 when there is none. */
    public int lastReport(int ssrc) {
        int at = block(ssrc);
        return at < 0 ? 0 : Words.get(bytes, at + 16);
    }

    /** In 1/65536 s. */
    public long delaySinceLastReport(int ssrc) {
        int at = block(ssrc);
        return at < 0 ? 0 : Words.get(bytes, at + 20) & 0xffff_ffffL;
    }

    private int block(int ssrc) {
        int at = start + (type() == SENDER_REPORT ? 28 : HEADER);
        for (int i = 0; i < count() && at + REPORT_BLOCK <= following; i++, at += REPORT_BLOCK) {
            if (Words.get(bytes, at) == ssrc) {
                return at;
            }
        }
        return -1;
    }

    /** The SSRC of the stream that a packet of feedback is about (RFC 4585 §6.1), or 0 when it is cut short. */
    public int mediaSsrc() {
        return following - start < FEEDBACK ? 0 : Words.get(bytes, start + HEADER);
    }

    /** Where feedback's control information begins. */
    public int feedbackOffset() {
        return start + FEEDBACK;
    }

    /** The length of feedback's control information in bytes; 0 when it is cut short. */
    public int feedbackLength() {
        return Math.max(0, following - start - FEEDBACK);
    }

    private int measure(int at) {
        return 4 + 4 * Words.unsignedShort(bytes, at + 2);
    }
}
