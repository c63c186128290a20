package app.tutti.catalog.playlists.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be a favourite. */
public enum FavouriteKind {
    TRACK,
    RELEASE,
    ARTIST;

    /** As addresses have it. */
    public String plural() {
        return table() + "s";
    }

    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FavouriteKind> of(String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.plural().equals(plural))
                .findFirst();
    }
}
