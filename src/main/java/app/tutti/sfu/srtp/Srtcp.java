package app.tutti.sfu.srtp;

/** The word that ends an SRTCP packet: a bit that says "encrypted", then the 31-bit index (RFC 3711 §3.4). */
final class Srtcp {
    static final long INDEX_LIMIT = 1L << 31;
    private static final int ENCRYPTED = 1 << 31;

    private Srtcp() {}

    static int word(long index) {
        return ENCRYPTED | (int) index;
    }

    static boolean encrypted(int word) {
        return (word & ENCRYPTED) != 0;
    }

    static long index(int word) {
        return word & ~ENCRYPTED;
    }
}
