package app.tutti.platform.config;

import java.util.Optional;

/**
 * The database process that the application has started. Like {@link StartupFailure} for the launcher, which must not
 * leave it behind when the rest of the start fails.
 */
public final class StartedDatabase {
    private static final String PROPERTY = "tutti.database.pid";

    private static final String WATCHED = "tutti.database.watched";

    private StartedDatabase() {}

    public static void remember(long pid) {
        System.setProperty(PROPERTY, String.valueOf(pid));
    }

    public static Optional<ProcessHandle> process() {
        return Optional.ofNullable(Long.getLong(PROPERTY)).flatMap(ProcessHandle::of);
    }

    /** Says that from now on somebody tells the log when it goes and comes. */
    public static void watch() {
        System.setProperty(WATCHED, "true");
    }

    public static boolean isWatched() {
        return System.getProperty(WATCHED) != null;
    }
}
