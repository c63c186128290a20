package app.tutti.platform.config;

import java.util.Locale;

/**
 * What the start is busy with. Like {@link StartupFailure}: the application says it, the launcher shows it to whoever
 * waits.
 */
public enum StartStage {
    SERVER("loads the server"),
    DATABASE("starts the database"),
    SCHEMA("brings the database up to date"),
    APPLICATION("loads the application"),
    PAGE("makes the first page");

    private static final String PROPERTY = "tutti.startup.stage";

    private final String words;

    StartStage(String words) {
        this.words = words;
    }

    public void enter() {
        System.setProperty(PROPERTY, name());
    }

    public static StartStage now() {
        return valueOf(System.getProperty(PROPERTY, SERVER.name()));
    }

    /** After "Tutti", for the terminal. */
    public String words() {
        return words;
    }

    /** For {@code messages.properties}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
