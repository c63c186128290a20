package app.tutti.sfu.srtp;

import java.nio.ByteBuffer;

/** RFC 7714 §8.1 and §9.1: two zero bytes, the SSRC and the 48-bit index, mixed with the salt. */
final class GcmNonce {
    static final int LENGTH = 12;

    /** The first eight bytes of the salt, and the last four. */
    private final long high;

    private final int low;

    GcmNonce(byte[] salt) {
        ByteBuffer bytes = ByteBuffer.wrap(salt);
        high = bytes.getLong();
        low = bytes.getInt();
    }

    /** Writes it to index 0. */
    void put(ByteBuffer to, int ssrc, long index) {
        to.putLong(0, high ^ ((ssrc & 0xffffffffL) << 16 | index >>> 32));
        to.putInt(Long.BYTES, low ^ (int) index);
    }
}
