package app.tutti.sfu;

/** Why a transport ended. */
public enum CloseReason {
    /** For 30 s no connectivity check came (RFC 7675), nor a producer's media: the network or the page is gone. */
    CONSENT_EXPIRED,
    /** The peer said goodbye. */
    DTLS_CLOSED,
    /** The peer was not who its description said, offered no cipher of ours, or fell silent. */
    HANDSHAKE_FAILED,
    /** We closed it. */
    CLOSED
}
