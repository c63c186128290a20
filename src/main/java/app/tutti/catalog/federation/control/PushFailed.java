package app.tutti.catalog.federation.control;

/** The public server was not told everything. */
public class PushFailed extends Exception {
    /** Why; people are told by a key that ends in the name. */
    public enum Cause {
        AWAY,
        UNAUTHORIZED,
        REFUSED
    }

    private final Cause cause;

    PushFailed(Cause cause, String what, Throwable because) {
        super(what, because);
        this.cause = cause;
    }

    /** The end of a key of the messages. */
    public String key() {
        return cause.name().toLowerCase(java.util.Locale.ROOT);
    }
}
