package app.tutti.sfu.net;

import java.io.IOException;

/** A port is in use, or may not be used. */
public final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private final String protocol;

    PortTaken(String protocol, int number, IOException cause) {
        super(protocol + " port " + number + " is not available", cause);
        this.protocol = protocol;
    }

    /** {@code UDP} or {@code TCP}. */
    public String protocol() {
        return protocol;
    }
}
