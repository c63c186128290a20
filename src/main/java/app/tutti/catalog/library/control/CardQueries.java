package app.tutti.catalog.library.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.library.control.Sql.Row;
import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.GenreCard;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.TrackRow;

/** What a page shows of artists, releases, genres and tracks: the columns to ask for, and what becomes of them. */
public final class CardQueries {
    public static final String ARTIST = """
            select a.id, a.name, a.release_count, a.track_count, c.sha256
            from artist a left join cover c on c.id = a.cover_id
            """;

    public static final String RELEASE = """
            select r.id, r.title || coalesce(' (' || r.edition || ')', ''), r.artist_id, coalesce(r.credit, a.name), r.year, c.sha256
            from release r join artist a on a.id = r.artist_id left join cover c on c.id = r.cover_id
            """;

    static final String GENRE = "select g.id, g.name, g.release_count, g.track_count from genre g ";

    public static final String TRACK = """
            select t.id, t.disc, t.number, t.title, t.artist_id, coalesce(t.credit, a.name), t.release_id,
                   r.title || coalesce(' (' || r.edition || ')', ''),
                   c.sha256, t.duration, t.format, t.gain, t.peak, t.release_gain, t.release_peak
            from track t join artist a on a.id = t.artist_id join release r on r.id = t.release_id
            left join cover c on c.id = r.cover_id
            """;

    private CardQueries() {}

    public static ArtistCard artist(Row row) {
        return new ArtistCard(row.number(0), row.text(1), row.number(2), row.number(3), row.text(4));
    }

    public static ReleaseCard release(Row row) {
        return new ReleaseCard(row.number(0), row.text(1), row.number(2), row.text(3), row.integer(4), row.text(5));
    }

    static GenreCard genre(Row row) {
        return new GenreCard(row.number(0), row.text(1), row.number(2), row.number(3));
    }

    public static TrackRow track(Row row) {
        return new TrackRow(
                row.number(0),
                row.integer(1),
                row.integer(2),
                row.text(3),
                row.number(4),
                row.text(5),
                row.number(6),
                row.text(7),
                row.text(8),
                row.number(9),
                AudioFormat.valueOf(row.text(10)),
                row.real(11),
                row.real(12),
                row.real(13),
                row.real(14));
    }
}
