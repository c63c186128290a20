package app.tutti.sfu.dtls;

/**
 * Takes alerts that are not encrypted out of a datagram. Anybody can write one, and it would end a handshake that goes
 * well (RFC 6347 §4.1.2.7): a peer that means it falls silent, too.
 */
final class ClearAlerts {
    /** Type, version, epoch, sequence number and length (RFC 6347 §4.1). */
    private static final int HEADER = 13;

    private static final int ALERT = 21;

    private ClearAlerts() {}

    /** Moves what stays to the front of the bytes, and returns how many that are. */
    static int remove(byte[] datagram) {
        int kept = 0;
        int at = 0;
        while (at < datagram.length) {
            int size = record(datagram, at);
            if (datagram[at] != ALERT || !clear(datagram, at)) {
                System.arraycopy(datagram, at, datagram, kept, size);
                kept += size;
            }
            at += size;
        }
        return kept;
    }

    /** The rest of a datagram that lies about its lengths is one record. */
    private static int record(byte[] datagram, int at) {
        int left = datagram.length - at;
        if (left < HEADER) {
            return left;
        }
        return Math.min(left, HEADER + ((datagram[at + 11] & 0xff) << 8 | datagram[at + 12] & 0xff));
    }

    /** Epoch 0 is the one before there are keys. */
    private static boolean clear(byte[] datagram, int at) {
        return datagram.length - at < HEADER || datagram[at + 3] == 0 && datagram[at + 4] == 0;
    }
}
