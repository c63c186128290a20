package app.tutti.account.pictures;

/** A picture that is not taken. The message is the reason, for a log. */
public final class PictureRefused extends Exception {
    PictureRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
