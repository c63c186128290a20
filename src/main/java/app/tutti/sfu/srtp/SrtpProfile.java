package app.tutti.sfu.srtp;

/** The SRTP protection profiles we speak, the preferred one first. Lengths in bytes. */
public enum SrtpProfile {
    /** RFC 7714 §14.2. */
    AEAD_AES_128_GCM(7, 16, 12, 16),
    /** RFC 7714 §14.2. */
    AEAD_AES_256_GCM(8, 32, 12, 16),
    /** RFC 5764 §4.1.2. */
    AES128_CM_HMAC_SHA1_80(1, 16, 14, 10);

    private final int code;
    private final int keyLength;
    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int code, int keyLength, int saltLength, int tagLength) {
        this.code = code;
        this.keyLength = keyLength;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    /** The number that stands for it in the use_srtp extension. */
    public int code() {
        return code;
    }

    public int keyLength() {
        return keyLength;
    }

    public int saltLength() {
        return saltLength;
    }

    public int tagLength() {
        return tagLength;
    }

    /** Bytes that protecting an RTCP packet adds: the tag, and the word with the index (RFC 3711 §3.4). */
    public int controlOverhead() {
        return tagLength + Integer.BYTES;
    }
}
