package app.tutti.sfu;

/** The media port is taken or not allowed. */
public final class PortUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortUnavailable(int port, Throwable cause) {
        super("UDP port " + port + " is not available", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
