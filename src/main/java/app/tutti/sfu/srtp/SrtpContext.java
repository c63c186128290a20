package app.tutti.sfu.srtp;

import app.tutti.sfu.rtp.Words;

/**
 * The cryptographic context of one direction of one transport (RFC 3711 §3.2): keys, and for each SSRC the rollover
 * counter and the replay windows. One master key for the lifetime of the transport, no MKI. Confined to one thread.
 */
public final class SrtpContext {
    /** Results of unprotecting; everything from 0 up is a length. */
    public static final int MALFORMED = -1;

    public static final int UNAUTHENTIC = -2;
    public static final int REPLAYED = -3;

    /** RFC 3711 §9.2: after so many packets the key is used up. */
    private static final long INDEX_LIMIT = 1L << 48;

    private static final int RTCP_HEADER = 8;

    private final SrtpProfile profile;
    private final PacketCipher rtp;
    private final PacketCipher rtcp;
    private final SrtpSources sources = new SrtpSources();
    private long packetIndex;
    private long controlIndex;

    public SrtpContext(MasterKey master) {
        profile = master.profile();
        rtp = switch (profile) {
            case AEAD_AES_128_GCM, AEAD_AES_256_GCM -> Gcm.rtp(master);
            case AES128_CM_HMAC_SHA1_80 -> AesCm.rtp(master);
        };
        rtcp = switch (profile) {
            case AEAD_AES_128_GCM, AEAD_AES_256_GCM -> Gcm.rtcp(master);
            case AES128_CM_HMAC_SHA1_80 -> AesCm.rtcp(master);
        };
    }

    /** Any thread. */
    public SrtpProfile profile() {
        return profile;
    }

    /** Bytes that protecting adds to an RTP packet. */
    public int overhead() {
        return profile.tagLength();
    }

    /** Bytes that protecting adds to an RTCP packet. */
    public int controlOverhead() {
        return profile.controlOverhead();
    }

    /**
     * Appends the encrypted payload and the tag to the RTP header that stands in {@code packet}.
     *
     * @param header its length in bytes
     * @param index rollover counter and sequence number; never the same one twice for an SSRC, or the cipher is broken
     * @return the length of the protected packet in bytes
     */
    public int protect(
            byte[] packet, int offset, int header, byte[] payload, int payloadOffset, int length, long index) {
        if (index >= INDEX_LIMIT) {
            throw new IllegalStateException("The SRTP key is used up");
        }
        int ssrc = Words.get(packet, offset + 8);
        return rtp.seal(packet, offset, header, payload, payloadOffset, length, ssrc, index);
    }

    /**
     * Verifies and decrypts an RTP packet into {@code plain}.
     *
     * @param header the length in bytes of the RTP header with its contributing sources and extension
     * @return the length of the plain packet, or one of the negative results
     */
    public int unprotect(byte[] packet, int offset, int header, int length, byte[] plain) {
        if (length < header + profile.tagLength()) {
            return MALFORMED;
        }
        int ssrc = Words.get(packet, offset + 8);
        SrtpSource source = sources.of(ssrc);
        long index = source.estimate(Words.get(packet, offset) & 0xffff);
        if (index < 0 || index >= INDEX_LIMIT || !source.rtp.admits(index)) {
            return REPLAYED;
        }
        int opened = rtp.open(packet, offset, header, length, ssrc, index, plain);
        if (opened < 0) {
            return UNAUTHENTIC;
        }
        sources.heard(source);
        // RFC 3711 §3.3.2: the window moves only after the tag verifies, or a forger could close it.
        source.rtp.record(index);
        packetIndex = index;
        return opened;
    }

    /** The index of the packet unprotected last: rollover counter and sequence number, unique for its SSRC. */
    public long packetIndex() {
        return packetIndex;
    }

    /**
     * Protects a compound RTCP packet.
     *
     * @param to must have room for {@link #controlOverhead} more bytes
     * @return the length of the protected packet in bytes
     */
    public int protectControl(byte[] packet, int length, byte[] to) {
        if (controlIndex >= Srtcp.INDEX_LIMIT) {
            throw new IllegalStateException("The SRTCP key is used up");
        }
        int ssrc = Words.get(packet, 4);
        System.arraycopy(packet, 0, to, 0, RTCP_HEADER);
        return rtcp.seal(to, 0, RTCP_HEADER, packet, RTCP_HEADER, length - RTCP_HEADER, ssrc, controlIndex++);
    }

    /** Verifies and decrypts a compound RTCP packet into {@code plain}; returns as {@link #unprotect} does. */
    public int unprotectControl(byte[] packet, int offset, int length, byte[] plain) {
        if (length < RTCP_HEADER + profile.controlOverhead()) {
            return MALFORMED;
        }
        int word = Words.get(packet, offset + length - (trailingTag() ? profile.controlOverhead() : Integer.BYTES));
        if (!Srtcp.encrypted(word)) {
            return MALFORMED;
        }
        int ssrc = Words.get(packet, offset + 4);
        SrtpSource source = sources.of(ssrc);
        long index = Srtcp.index(word);
        if (!source.rtcp.admits(index)) {
            return REPLAYED;
        }
        int opened = rtcp.open(packet, offset, RTCP_HEADER, length, ssrc, index, plain);
        if (opened < 0) {
            return UNAUTHENTIC;
        }
        sources.heard(source);
        source.rtcp.record(index);
        return opened;
    }

    /** A source has said goodbye: it is the first to go when there are many. */
    public void left(int ssrc) {
        sources.left(ssrc);
    }

    /** RFC 3711 §3.4 ends an SRTCP packet with the tag, RFC 7714 §9.2 with the word. */
    private boolean trailingTag() {
        return profile == SrtpProfile.AES128_CM_HMAC_SHA1_80;
    }
}
