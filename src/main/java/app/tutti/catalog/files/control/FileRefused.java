package app.tutti.catalog.files.control;

/** A file that cannot be used. The message is the reason, for the log. */
public class FileRefused extends Exception {
    private final transient RefusalReason refusal;

    public FileRefused(RefusalReason refusal, Throwable cause) {
        super(refusal.words(), cause);
        this.refusal = refusal;
    }

    public FileRefused(RefusalReason refusal) {
        this(refusal, null);
    }

    /** A picture. */
    public FileRefused(String reason) {
        this(reason, null);
    }

    /** A picture. */
    public FileRefused(String reason, Throwable cause) {
        super(reason, cause);
        this.refusal = RefusalReason.PICTURE;
    }

    public RefusalReason refusal() {
        return refusal;
    }
}
