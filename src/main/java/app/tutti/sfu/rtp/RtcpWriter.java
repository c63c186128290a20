package app.tutti.sfu.rtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the compound RTCP packets we send. Each returns its length in bytes. */
public final class RtcpWriter {
    /** The longest that {@link #senderReport} writes. */
    public static final int LONGEST = 28 + 8 + 2 + 255 + 4;

    private static final int CNAME = 1;

    private RtcpWriter() {}

    /** A receiver report with one block (RFC 3550 §6.4.2) and our CNAME. */
    public static int receiverReport(byte[] to, int ssrc, String cname, ReceptionStatistics statistics, long nowNanos) {
        int length = 8 + RtcpPacket.REPORT_BLOCK;
        writeHeader(to, 0, 1, RtcpPacket.RECEIVER_REPORT, length, ssrc);
        statistics.writeBlock(to, 8, nowNanos);
        return length + writeCname(to, length, ssrc, cname);
    }

    /**
     * A sender report without blocks (RFC 3550 §6.4.1) and our CNAME.
     *
     * @param ntpTime seconds since 1900 in the upper half, fractions in the lower
     * @param timestamp the same instant on the stream's clock
     */
    public static int senderReport(
            byte[] to, int ssrc, String cname, long ntpTime, int timestamp, int packets, int octets) {
        writeHeader(to, 0, 0, RtcpPacket.SENDER_REPORT, 28, ssrc);
        Words.put(to, 8, (int) (ntpTime >>> 32));
        Words.put(to, 12, (int) ntpTime);
        Words.put(to, 16, timestamp);
        Words.put(to, 20, packets);
        Words.put(to, 24, octets);
        return 28 + writeCname(to, 28, ssrc, cname);
    }

    /**
     * A generic NACK (RFC 4585 §6.2.1) for packets of the stream {@code mediaSsrc}, after the empty report and the CNAME
     * that a compound begins with (RFC 3550 §6.1). At most 12 bytes longer than {@link #LONGEST} and 4 for each index.
     *
     * @param indices rising; only their low 16 bits go out
     */
    public static int nack(byte[] to, int ssrc, String cname, int mediaSsrc, long[] indices, int count) {
        writeHeader(to, 0, 0, RtcpPacket.RECEIVER_REPORT, 8, ssrc);
        int at = 8 + writeCname(to, 8, ssrc, cname);
        int length = 12 + GenericNack.write(to, at + 12, indices, count);
        writeHeader(to, at, RtcpPacket.GENERIC_NACK, RtcpPacket.TRANSPORT_FEEDBACK, length, ssrc);
        Words.put(to, at + 8, mediaSsrc);
        return at + length;
    }

    private static int writeCname(byte[] to, int offset, int ssrc, String cname) {
        byte[] name = cname.getBytes(StandardCharsets.US_ASCII);
        // RFC 3550 §6.5: a zero byte ends the items, and zeros fill the word.
        int length = 8 + (2 + name.length + 4 & ~3);
        Arrays.fill(to, offset + 8, offset + length, (byte) 0);
        writeHeader(to, offset, 1, RtcpPacket.SOURCE_DESCRIPTION, length, ssrc);
        to[offset + 8] = CNAME;
        to[offset + 9] = (byte) name.length;
        System.arraycopy(name, 0, to, offset + 10, name.length);
        return length;
    }

    private static void writeHeader(byte[] to, int offset, int count, int type, int length, int ssrc) {
        to[offset] = (byte) (0x80 | count);
        to[offset + 1] = (byte) type;
        Words.putShort(to, offset + 2, length / 4 - 1);
        Words.put(to, offset + 4, ssrc);
    }
}
