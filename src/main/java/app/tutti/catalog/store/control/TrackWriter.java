package app.tutti.catalog.store.control;

import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.library.entity.SortName;
import app.tutti.catalog.store.entity.ScannedFile;
import app.tutti.catalog.tags.entity.Credit;
import app.tutti.catalog.tags.entity.TrackTags;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts scanned files where they belong, many in one statement. Lives for one scan, which is the only one to write. */
public final class TrackWriter {
    private static final UUID VARIOUS_ARTISTS = UUID.fromString("89ad4ac3-39f7-470e-963a-56509c546377");

    /** As the first of its files has it; what most have is counted later. */
    private record NewArtist(String name, UUID musicbrainz) {}

    private static final String ARTISTS = """
            insert into artist (id, key, name, sort_name, musicbrainz) select * from ROWS
            on conflict (key) do update set musicbrainz = coalesce(artist.musicbrainz, excluded.musicbrainz)
            returning key, id""";
    private static final String GENRES = """
            insert into genre (id, sort_name, name) select * from ROWS
            on conflict (sort_name) do update set sort_name = excluded.sort_name returning sort_name, id""";
    private static final String RELEASES = """
            insert into release (id, key, artist_id, title, sort_name, credit, musicbrainz, added) select * from ROWS
            on conflict (key) do update set title = excluded.title, sort_name = excluded.sort_name,
                credit = excluded.credit, musicbrainz = excluded.musicbrainz, cover_wanted = true
            returning key, id""";

    private final UpsertCache artists =
            new UpsertCache("artist_id_seq", ARTISTS, "bigint", "text", "text", "text", "uuid");
    private final UpsertCache genres = genres();
    private final UpsertCache releases = new UpsertCache(
            "release_id_seq", RELEASES, "bigint", "text", "bigint", "text", "text", "text", "uuid", "timestamptz");
    private final IdSequence trackIds = new IdSequence("track_id_seq");

    /** By their folded names. */
    static UpsertCache genres() {
        return new UpsertCache("genre_id_seq", GENRES, "bigint", "text", "text");
    }

    /** Returns what must be counted again; releases are, so that they are never shown with what they have not. */
    public Affected put(Connection connection, List<TrackToStore> files, Instant now) throws SQLException {
        Affected touched = new Affected();
        List<Long> before = files.stream()
                .map(TrackToStore::trackId)
                .filter(Objects::nonNull)
                .toList();
        touched.tracks(connection, before);
        ReleaseRenaming renaming = new ReleaseRenaming(connection, keys(files));
        renaming.rename(files.stream()
                        .map(file -> file.scanned().releaseKey().value())
                        .collect(Collectors.toSet()))
                .forEach(releases::forget);
        make(connection, files, Timestamp.from(now));
        List<TrackTable.Track> tracks = write(connection, files);
        link(connection, tracks, before);
        renaming.handOnFavourites();
        touched.tracks(connection, tracks.stream().map(TrackTable.Track::id).toList());
        touched.releaseArtists(connection, touched.releases);
        new CatalogCounts(connection).releases(touched.releases);
        touched.releaseArtists(connection, touched.releases);
        return touched;
    }

    private static Map<Long, String> keys(List<TrackToStore> files) {
        Map<Long, String> keys = new LinkedHashMap<>();
        for (TrackToStore file : files) {
            if (file.trackId() != null) {
                keys.put(file.trackId(), file.scanned().releaseKey().value());
            }
        }
        return keys;
    }

    public void forgetNames() {
        artists.clear();
        genres.clear();
        releases.clear();
    }

    private void make(Connection connection, List<TrackToStore> files, Timestamp now) throws SQLException {
        makeArtists(connection, files);
        Map<String, String> genreNames = new LinkedHashMap<>();
        Map<String, TrackTags> releaseTags = new LinkedHashMap<>();
        for (TrackToStore file : files) {
            file.scanned().tags().genres().forEach(genre -> genreNames.putIfAbsent(FoldedName.of(genre), genre));
            releaseTags.putIfAbsent(
                    file.scanned().releaseKey().value(), file.scanned().tags());
        }
        genres.make(connection, genreNames, (id, fold, name) -> new Object[] {id, fold, name});
        releases.make(connection, releaseTags, (id, key, tags) -> new Object[] {
            id,
            key,
            artist(releaseArtist(tags).first()),
            tags.release(),
            SortName.of(tags.release()),
            tags.releaseArtist().isGiven() ? tags.releaseArtist().text() : null,
            tags.releaseId(),
            now
        });
    }

    private void makeArtists(Connection connection, List<TrackToStore> files) throws SQLException {
        Map<String, NewArtist> wanted = new LinkedHashMap<>();
        wanted.put(FoldedName.of(CatalogCounts.VARIOUS), new NewArtist(CatalogCounts.VARIOUS, VARIOUS_ARTISTS));
        for (TrackToStore file : files) {
            want(file.scanned().tags().artist(), wanted);
            want(file.scanned().tags().releaseArtist(), wanted);
        }
        artists.make(connection, wanted, (id, key, artist) ->
                new Object[] {id, key, artist.name(), SortName.of(artist.name()), artist.musicbrainz()});
    }

    private static void want(Credit credit, Map<String, NewArtist> wanted) {
        for (int place = 0; place < credit.names().size(); place++) {
            NewArtist artist = new NewArtist(credit.names().get(place), credit.id(place));
            wanted.merge(
                    FoldedName.of(artist.name()),
                    artist,
                    (one, other) -> one.musicbrainz() == null ? new NewArtist(one.name(), other.musicbrainz()) : one);
        }
    }

    private static Credit releaseArtist(TrackTags tags) {
        return tags.releaseArtist().isGiven() ? tags.releaseArtist() : tags.artist();
    }

    private List<TrackTable.Track> write(Connection connection, List<TrackToStore> files) throws SQLException {
        TrackTable table = new TrackTable();
        List<TrackTable.Track> tracks = new ArrayList<>();
        for (TrackToStore file : files) {
            TrackTags tags = file.scanned().tags();
            TrackTable.Track track = new TrackTable.Track(
                    file,
                    file.trackId() == null ? trackIds.next(connection) : file.trackId(),
                    releases.id(file.scanned().releaseKey().value()),
                    artist(tags.artist().first()),
                    tags.releaseArtist().isGiven() ? artist(tags.releaseArtist().first()) : null);
            table.add(track);
            tracks.add(track);
        }
        table.write(connection);
        return tracks;
    }

    private void link(Connection connection, List<TrackTable.Track> tracks, List<Long> before) throws SQLException {
        execute(connection, "delete from track_artist where track_id = any(?)", before);
        execute(connection, "delete from track_genre where track_id = any(?)", before);
        execute(connection, "delete from lyrics where track_id = any(?)", before);
        BulkInsert trackArtists = new BulkInsert("bigint", "smallint", "bigint", "text");
        BulkInsert trackGenres = new BulkInsert("bigint", "bigint");
        BulkInsert lyrics = new BulkInsert("bigint", "boolean", "text");
        for (TrackTable.Track track : tracks) {
            ScannedFile scanned = track.placed().scanned();
            int position = 0;
            for (Map.Entry<Long, String> artist :
                    byId(scanned.tags().artist().names()).entrySet()) {
                trackArtists.add(track.id(), position++, artist.getKey(), artist.getValue());
            }
            for (String fold : folded(scanned.tags().genres())) {
                trackGenres.add(track.id(), genres.id(fold));
            }
            if (scanned.tags().lyrics() != null) {
                lyrics.add(
                        track.id(),
                        scanned.tags().lyrics().synced(),
                        scanned.tags().lyrics().text());
            }
        }
        trackArtists.execute(
                connection, "insert into track_artist (track_id, position, artist_id, name) select * from ROWS");
        trackGenres.execute(connection, "insert into track_genre (track_id, genre_id) select * from ROWS");
        lyrics.execute(connection, "insert into lyrics (track_id, synced, text) select * from ROWS");
    }

    private Long artist(String name) {
        return artists.id(FoldedName.of(name));
    }

    /** Each artist once, as they are first named. */
    private Map<Long, String> byId(List<String> names) {
        Map<Long, String> byId = new LinkedHashMap<>();
        names.forEach(name -> byId.putIfAbsent(artist(name), name));
        return byId;
    }

    private static Set<String> folded(List<String> genres) {
        Set<String> folded = new LinkedHashSet<>();
        genres.forEach(genre -> folded.add(FoldedName.of(genre)));
        return folded;
    }

    private static void execute(Connection connection, String sql, List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Affected.array(connection, ids));
                statement.execute();
            }
        }
    }
}
