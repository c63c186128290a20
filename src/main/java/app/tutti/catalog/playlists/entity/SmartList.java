package app.tutti.catalog.playlists.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A list that makes itself from what was heard. */
public enum SmartList {
    RECENT,
    MOST,
    NEVER;

    /** As addresses and messages have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SmartList> of(String text) {
        return Arrays.stream(values()).filter(list -> list.text().equals(text)).findFirst();
    }
}
