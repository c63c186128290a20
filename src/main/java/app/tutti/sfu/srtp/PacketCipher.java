package app.tutti.sfu.srtp;

/**
 * Encrypts and authenticates one kind of packet (RTP or RTCP) with one session key.
 * The {@code index} is the packet index: rollover counter and sequence number for RTP, the SRTCP index for RTCP.
 * Confined to the thread of its context.
 */
interface PacketCipher {
    /**
     * Appends the sealed payload to a header that already stands in {@code packet}.
     *
     * @return the length of the whole packet in bytes
     */
    int seal(byte[] packet, int offset, int header, byte[] payload, int payloadOffset, int length, int ssrc, long index);

    /**
     * Verifies a packet and writes its header and plain payload to {@code plain} from index 0.
     *
     * @return the length of the plain packet in bytes, or -1 when it is not authentic
     */
    int open(byte[] packet, int offset, int header, int length, int ssrc, long index, byte[] plain);
}
