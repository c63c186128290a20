package app.tutti.catalog.library.entity;

import java.util.List;

/** A release with all that its page says; the tracks are in order. */
public record ReleasePage(ReleaseCard card, List<GenreCard> genres, List<TrackRow> tracks) {
    public long id() {
        return card.id();
    }

    public String title() {
        return card.title();
    }

    public long artistId() {
        return card.artistId();
    }

    public String artistName() {
        return card.artistName();
    }

    public Integer year() {
        return card.year();
    }

    public String cover() {
        return card.cover();
    }

    public long durationSeconds() {
        return tracks.stream().mapToLong(TrackRow::durationSeconds).sum();
    }

    /** Whether the tracks stand on more than one disc. */
    public boolean severalDiscs() {
        return tracks.stream().map(TrackRow::disc).distinct().count() > 1;
    }
}
