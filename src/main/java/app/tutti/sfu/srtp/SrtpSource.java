package app.tutti.sfu.srtp;

/** What we remember of one SSRC that sends to us: its rollover counter and what it has sent. */
final class SrtpSource {
    final int ssrc;
    final ReplayWindow rtp = new ReplayWindow();
    final ReplayWindow rtcp = new ReplayWindow();

    SrtpSource(int ssrc) {
        this.ssrc = ssrc;
    }

    /**
     * The 48-bit index this sequence number most likely has (RFC 3711 §3.3.1): the one nearest the highest so far.
     * Negative when that lies before the first turn of the counter.
     */
    long estimate(int sequenceNumber) {
        long highest = rtp.highest();
        return highest < 0 ? sequenceNumber : highest + (short) (sequenceNumber - highest);
    }
}
