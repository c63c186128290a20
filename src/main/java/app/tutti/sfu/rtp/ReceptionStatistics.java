package app.tutti.sfu.rtp;

/** What a receiver report says about one source (RFC 3550 §6.4.1, appendix A.3 and A.8). Confined to one thread. */
public final class ReceptionStatistics {
    private final int clockRate;
    private int ssrc;
    private long first = -1;
    private long highest;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private int transit;
    private long jitterTimes16;
    private int lastReport;
    private long lastReportNanos;
    private int fractionReported = -1;

    public ReceptionStatistics(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Notes an authentic packet. Another SSRC than before starts the count anew. */
    public void received(int ssrc, long index, int timestamp, long nowNanos) {
        if (first < 0 || ssrc != this.ssrc) {
            begin(ssrc, index);
        }
        highest = Math.max(highest, index);
        int arrival = (int) (nowNanos / 1000 * clockRate / 1_000_000);
        if (received++ > 0) {
            measureJitter(arrival - timestamp - transit);
        }
        transit = arrival - timestamp;
    }

    /** Notes a sender report, so that the source can measure the round trip by our next one. */
    public void senderReport(int middleOfNtpTime, long nowNanos) {
        lastReport = middleOfNtpTime;
        lastReportNanos = nowNanos;
    }

    /** False until a packet has come. */
    public boolean any() {
        return first >= 0;
    }

    /** In 1/256, as the block written last says; -1 before that. Any thread. */
    public int fractionReported() {
        return fractionReported;
    }

    /** Writes a report block of 24 bytes and begins the next interval. */
    void writeBlock(byte[] to, int offset, long nowNanos) {
        Words.put(to, offset, ssrc);
        fractionReported = fractionLost();
        Words.put(to, offset + 4, fractionReported << 24 | cumulativeLost() & 0xffffff);
        Words.put(to, offset + 8, (int) highest);
        Words.put(to, offset + 12, (int) (jitterTimes16 >> 4));
        Words.put(to, offset + 16, lastReport);
        Words.put(
                to, offset + 20, lastReport == 0 ? 0 : (int) ((nowNanos - lastReportNanos) / 1000 * 65536 / 1_000_000));
        expectedBefore = expected();
        receivedBefore = received;
    }

    private void begin(int ssrc, long index) {
        this.ssrc = ssrc;
        first = index;
        highest = index;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        jitterTimes16 = 0;
        lastReport = 0;
    }

    /** RFC 3550 §A.8, in whole numbers scaled by 16. */
    private void measureJitter(int difference) {
        jitterTimes16 += Math.abs((long) difference) - (jitterTimes16 + 8 >> 4);
    }

    private long expected() {
        return highest - first + 1;
    }

    private int cumulativeLost() {
        return Math.clamp(expected() - received, -0x800000, 0x7fffff);
    }

    /** In 1/256 of what this interval should have brought. */
    private int fractionLost() {
        long expected = expected() - expectedBefore;
        long lost = expected - (received - receivedBefore);
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }
}
