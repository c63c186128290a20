package app.tutti.platform.database;

/** The database cannot be reached or started. The message is a sentence for the person who starts Tutti. */
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
