package app.tutti.sfu.foreign;

/** A C function cannot be called here; the message says why. */
public final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
