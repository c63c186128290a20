package app.tutti.sfu;

/** Why a transport ended. */
public enum CloseReason {
    /** No connectivity check came for 30 s (RFC 7675), or none at all: the network or the page is gone. */
    CONSENT_EXPIRED,
    /** The peer said goodbye. */
    DTLS_CLOSED,
    /** The peer was not who its description said, offered no cipher of ours, or fell silent. */
    HANDSHAKE_FAILED,
    /** We closed it. */
    CLOSED
}
