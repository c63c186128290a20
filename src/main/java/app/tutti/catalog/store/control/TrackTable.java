package app.tutti.catalog.store.control;

import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.library.entity.SortName;
import app.tutti.catalog.tags.entity.Loudness;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of tracks, new and changed ones alike. */
public final class TrackTable {
    private record Column(String name, String type) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("id", "bigint"),
            new Column("added", "timestamptz"),
            new Column("release_id", "bigint"),
            new Column("artist_id", "bigint"),
            new Column("release_artist_id", "bigint"),
            new Column("release_artist_name", "text"),
            new Column("compilation", "boolean"),
            new Column("title", "text"),
            new Column("sort_name", "text"),
            new Column("disc", "integer"),
            new Column("number", "integer"),
            new Column("year", "integer"),
            new Column("credit", "text"),
            new Column("musicbrainz", "uuid"),
            new Column("words", "text"),
            new Column("format", "text"),
            new Column("duration", "bigint"),
            new Column("bitrate", "integer"),
            new Column("sample_rate", "integer"),
            new Column("channels", "smallint"),
            new Column("gain", "real"),
            new Column("peak", "real"),
            new Column("release_gain", "real"),
            new Column("release_peak", "real"),
            new Column("path", "text"),
            new Column("size", "bigint"),
            new Column("mtime", "bigint"),
            new Column("file_key", "text"),
            new Column("content", "text"),
            new Column("lyrics_mtime", "bigint"));
    /** Whoever moves a file adds nothing. */
    private static final List<String> STAY = List.of("id", "added");

    private static final String SQL = """
            insert into track (%1$s) select %2$s from ROWS as u (%1$s)
            on conflict (id) do update set %3$s, gone = null""".formatted(
                    names().collect(Collectors.joining(", ")),
                    names().map(name -> name.equals("words") ? "searchable(words)" : name)
                            .collect(Collectors.joining(", ")),
                    names().filter(name -> !STAY.contains(name))
                            .map("%1$s = excluded.%1$s"::formatted)
                            .collect(Collectors.joining(", ")));

    private final BulkInsert rows =
            new BulkInsert(COLUMNS.stream().map(Column::type).toArray(String[]::new));

    void add(Track track) {
        TrackTags tags = track.placed().scanned().tags();
        Sound sound = track.placed().scanned().sound();
        Loudness loudness = tags.loudness();
        MusicFile file = track.placed().scanned().file();
        rows.add(
                track.id(),
                Timestamp.from(track.placed().added()),
                track.release(),
                track.artist(),
                track.releaseArtist(),
                tags.releaseArtist().isGiven() ? tags.releaseArtist().first() : null,
                tags.compilation(),
                tags.title(),
                SortName.of(tags.title()),
                tags.disc(),
                tags.number(),
                tags.year(),
                tags.artist().text(),
                tags.id(),
                tags.title() + ' ' + tags.artist().text() + ' ' + tags.release(),
                sound.format().name(),
                sound.duration(),
                sound.bitrate(),
                sound.sampleRate(),
                sound.channels(),
                loudness.gain(),
                loudness.peak(),
                loudness.releaseGain(),
                loudness.releasePeak(),
                file.path().toString(),
                file.size(),
                file.mtime(),
                file.fileKey(),
                track.placed().scanned().content(),
                file.lyrics());
    }

    void write(Connection connection) throws SQLException {
        rows.execute(connection, SQL);
    }

    private static Stream<String> names() {
        return COLUMNS.stream().map(Column::name);
    }

    /** A file, with the ids of the rows that it belongs to; the release's artist may be null. */
    record Track(TrackToStore placed, long id, long release, long artist, Long releaseArtist) {}
}
