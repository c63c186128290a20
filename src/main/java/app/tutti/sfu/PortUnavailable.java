package app.tutti.sfu;

/** The media port, by UDP or by TCP, is taken or not allowed. */
public final class PortUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String protocol;
    private final int port;

    PortUnavailable(String protocol, int port, Throwable cause) {
        super(protocol + " port " + port + " is not available", cause);
        this.protocol = protocol;
        this.port = port;
    }

    /** {@code UDP} or {@code TCP}. */
    public String protocol() {
        return protocol;
    }

    public int port() {
        return port;
    }
}
