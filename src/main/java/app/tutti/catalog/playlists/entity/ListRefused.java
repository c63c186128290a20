package app.tutti.catalog.playlists.entity;

/** Why a playlist was not changed. */
public class ListRefused extends RuntimeException {
    public enum Reason {
        /** There is none, or it is somebody else's. */
        MISSING,
        /** It has changed since it was looked at. */
        CHANGED,
        /** A list with more entries than that is not kept. */
        FULL,
        /** Nobody keeps that many lists. */
        TOO_MANY
    }

    private final Reason reason;

    public ListRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
