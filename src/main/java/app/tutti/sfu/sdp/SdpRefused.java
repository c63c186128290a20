package app.tutti.sfu.sdp;

/** An offer that cannot be answered. The message is a plain sentence for whoever wrote the client. */
public final class SdpRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** It is not SDP, or lacks what every offer has: HTTP 400. */
        MALFORMED,
        /** It asks for what this relay does not do: HTTP 422. */
        UNSUPPORTED
    }

    private final Kind kind;

    private SdpRefused(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public static SdpRefused malformed(String message) {
        return new SdpRefused(Kind.MALFORMED, message);
    }

    /** Also for callers that refuse an offer for what the transport already is. */
    public static SdpRefused unsupported(String message) {
        return new SdpRefused(Kind.UNSUPPORTED, message);
    }

    public Kind kind() {
        return kind;
    }
}
