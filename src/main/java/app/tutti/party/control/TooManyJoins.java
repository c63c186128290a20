package app.tutti.party.control;

import app.tutti.room.Refusal;
import app.tutti.web.control.TooBusyException;

/** More from one address than {@code TUTTI_JOINS_PER_ADDRESS} allows. */
public final class TooManyJoins extends Refusal {
    private final long retryAfterSeconds;

    TooManyJoins(long waitNanos) {
        super("tooMany", "Too many have come from this address within a minute.");
        retryAfterSeconds = Math.ceilDiv(waitNanos, 1_000_000_000L);
    }

    /** From wherever they have come. */
    public TooManyJoins(TooBusyException busy) {
        super("tooMany", "Too many come at once.");
        retryAfterSeconds = busy.retryAfterSeconds();
    }

    /** At least 1. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
