package app.tutti.platform.config;

import java.util.Optional;

/**
 * Where the browser of whoever runs this server becomes known, once. Like {@link StartupFailure} for the launcher, which
 * shows it when everything is up.
 */
public final class OpeningPath {
    private static final String PROPERTY = "tutti.opening.path";

    private OpeningPath() {}

    /** Says that somebody will show it. */
    public static void await() {
        System.setProperty(PROPERTY, "");
    }

    public static boolean isAwaited() {
        return System.getProperty(PROPERTY) != null;
    }

    public static void remember(String path) {
        System.setProperty(PROPERTY, path);
    }

    /** Once: it is for nobody else in this process. */
    public static Optional<String> take() {
        return Optional.ofNullable(System.clearProperty(PROPERTY)).filter(path -> !path.isEmpty());
    }
}
