package app.tutti.platform.unavailable;

/** Why nothing of the product can be had right now, and after how many seconds a program is asked to come again. */
public enum Unavailable {
    STARTING(2),
    STOPPING(5),
    DATABASE(5);

    private final int retryAfterSeconds;

    Unavailable(int retryAfterSeconds) {
        this.retryAfterSeconds = retryAfterSeconds;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Under which its words are in {@code messages.properties}. */
    String key() {
        return "unavailable." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
