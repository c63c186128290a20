package app.tutti.account.control;

/** To ask again later: too many ask at once, or one too often. */
public class Busy extends RuntimeException {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final long retryAfterSeconds;

    private Busy(int status, long retryAfterSeconds) {
        super("ask again in " + retryAfterSeconds + " s");
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Busy tooOften(long retryAfterSeconds) {
        return new Busy(TOO_MANY_REQUESTS, retryAfterSeconds);
    }

    static Busy tooMany(long retryAfterSeconds) {
        return new Busy(UNAVAILABLE, retryAfterSeconds);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
