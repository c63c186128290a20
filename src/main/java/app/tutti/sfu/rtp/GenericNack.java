package app.tutti.sfu.rtp;

import java.util.function.IntConsumer;

/**
 * Which packets are missing, as a generic NACK tells it (RFC 4585 §6.2.1): words of a sequence number and a bit for
 * each of the sixteen that follow it.
 */
public final class GenericNack {
    /** What is read of one packet at most; 64 words name more packets than anybody keeps. */
    public static final int LONGEST = 64 * Integer.BYTES;

    private static final int BITS = 16;

    private GenericNack() {}

    /** Names each sequence number that the words in {@code length} bytes do; a rest of less than a word is left out. */
    public static void read(byte[] bytes, int offset, int length, IntConsumer missing) {
        for (int at = offset; at + Integer.BYTES <= offset + length; at += Integer.BYTES) {
            int first = Words.unsignedShort(bytes, at);
            missing.accept(first);
            int following = Words.unsignedShort(bytes, at + 2);
            for (int bit = 0; bit < BITS; bit++) {
                if ((following >>> bit & 1) != 0) {
                    missing.accept(first + 1 + bit & 0xffff);
                }
            }
        }
    }

    /**
     * Writes words for these indices.
     *
     * @param indices rising
     * @return the length in bytes
     */
    static int write(byte[] to, int offset, long[] indices, int count) {
        int at = offset;
        for (int i = 0; i < count; at += Integer.BYTES) {
            long first = indices[i++];
            int following = 0;
            while (i < count && indices[i] - first <= BITS) {
                following |= 1 << indices[i++] - first - 1;
            }
            Words.putShort(to, at, (int) first);
            Words.putShort(to, at + 2, following);
        }
        return at - offset;
    }
}
