package app.tutti.platform.http;

import jakarta.ws.rs.ClientErrorException;

/** A body that did not come to its end: the client hung up, or took too long. JAX-RS answers it without a stack trace. */
final class BodyCut extends ClientErrorException {
    private static final long serialVersionUID = 1L;
    static final int REQUEST_TIMEOUT = 408;

    BodyCut(Throwable cause) {
        super(REQUEST_TIMEOUT, cause);
    }
}
