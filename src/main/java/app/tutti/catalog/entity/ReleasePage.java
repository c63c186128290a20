package app.tutti.catalog.entity;

import java.util.List;

/** A release with its tracks in order; {@code year} and {@code coverId} may be null. */
public record ReleasePage(
        long id,
        String title,
        long artistId,
        String artistName,
        Integer year,
        Long coverId,
        List<TrackRow> tracks,
        long durationSeconds) {

    public static ReleasePage of(ReleaseCard card, List<TrackRow> tracks) {
        return new ReleasePage(
                card.id(),
                card.title(),
                card.artistId(),
                card.artistName(),
                card.year(),
                card.coverId(),
                tracks,
                tracks.stream().mapToLong(TrackRow::durationSeconds).sum());
    }
}
