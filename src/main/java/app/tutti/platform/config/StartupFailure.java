package app.tutti.platform.config;

import java.util.Optional;

/**
 * Why the application could not start, in a sentence for a person. The application says it, the launcher reads it;
 * they are in different class loaders, so a system property carries it.
 */
public final class StartupFailure {
    private static final String PROPERTY = "tutti.startup.failure";

    private StartupFailure() {}

    /** The first cause is the true one; what follows from it is not kept. */
    public static synchronized void remember(String sentence) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, sentence);
        }
    }

    public static Optional<String> remembered() {
        return Optional.ofNullable(System.getProperty(PROPERTY));
    }
}
