package app.tutti.catalog.control;

/** A file that cannot be used. The message is the reason, for a person. */
public class FileRefused extends Exception {
    public FileRefused(String reason) {
        super(reason);
    }

    public FileRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
