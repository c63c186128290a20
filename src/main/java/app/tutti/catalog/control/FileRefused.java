package app.tutti.catalog.control;

/** A file that cannot be used. The message is the reason, for the log. */
public class FileRefused extends Exception {
    private final transient Refusal refusal;

    FileRefused(Refusal refusal, Throwable cause) {
        super(refusal.words(), cause);
        this.refusal = refusal;
    }

    FileRefused(Refusal refusal) {
        this(refusal, null);
    }

    /** A picture. */
    public FileRefused(String reason) {
        this(reason, null);
    }

    /** A picture. */
    public FileRefused(String reason, Throwable cause) {
        super(reason, cause);
        this.refusal = Refusal.PICTURE;
    }

    Refusal refusal() {
        return refusal;
    }
}
