package app.tutti.web.control;

/** To ask again later: too many ask at once, or one too often. */
public class TooBusyException extends RuntimeException {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final long retryAfterSeconds;

    private TooBusyException(int status, long retryAfterSeconds) {
        super("ask again in " + retryAfterSeconds + " s");
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static TooBusyException tooOften(long retryAfterSeconds) {
        return new TooBusyException(TOO_MANY_REQUESTS, retryAfterSeconds);
    }

    static TooBusyException tooMany(long retryAfterSeconds) {
        return new TooBusyException(UNAVAILABLE, retryAfterSeconds);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
