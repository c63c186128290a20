package app.tutti.sfu;

/** Why a datagram that came was dropped. */
public enum DropReason {
    /** Its first byte belongs to no protocol of ours (RFC 7983 §7), or it is empty. */
    UNKNOWN_PROTOCOL,
    /** Too long for our buffer, and cut off. */
    OVERSIZE,
    /** A Binding Request that cannot be read, or another STUN message. */
    MALFORMED_STUN,
    /** A Binding Request for nobody, or with a wrong password. */
    UNAUTHENTIC_STUN,
    /** More than a second's plain Binding Requests. */
    TOO_MANY_QUESTIONS,
    /** Packets or records from an address that no Binding Request has proved. */
    UNPROVED_ADDRESS,
    /** Packets before the handshake is complete. */
    NO_KEY_YET,
    /** Records that a handshake did not want: too many at once, or after the end. */
    UNWANTED_RECORD,
    /** The RTP header is cut short, or its extension lies about its length. */
    MALFORMED_RTP,
    /** The RTCP packet is cut short, or its parts lie about their lengths. */
    MALFORMED_RTCP,
    /** The SRTP or SRTCP tag is wrong. */
    UNAUTHENTIC,
    /** Came twice or far too late. */
    REPLAYED,
    /** An authentic packet whose padding lies. */
    WRONG_PADDING,
    /** An authentic packet without a frame: nothing, or padding alone. */
    EMPTY,
    /** An authentic packet of another payload type than was agreed on. */
    WRONG_PAYLOAD_TYPE,
    /** An authentic packet with more payload than is relayed. */
    LONG_PAYLOAD,
    /** From a listener, a host that is paused, or one that another has followed. */
    NOT_HEARD,
    /** Connections by TCP that proved nothing, or were too many. */
    REFUSED_CONNECTION
}
