package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import app.tutti.catalog.entity.MusicFile;
import app.tutti.catalog.entity.RefusedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a scan knows of the database and does to it; each in a {@link UnitOfWork} of its own. */
@ApplicationScoped
public class Intake {
    /** How long a file may be away before nobody is expected to miss it. */
    private static final Duration PATIENCE = Duration.ofDays(90);

    @PersistenceContext
    EntityManager entities;

    @Inject
    UnitOfWork work;

    private interface Query<T> {
        T ask(Connection connection) throws SQLException;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** Every file that is or was a track, by its path; what another server has told of has none here. */
    Map<String, KnownFile> known() {
        Map<String, KnownFile> known = new HashMap<>();
        read(
                "select id, path, size, mtime, gone is not null, content, file_key, duration, lyrics_mtime from track t"
                        + " where not exists (select from home_track h where h.track_id = t.id)",
                row -> known.put(
                        row.getString(2),
                        new KnownFile(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getBoolean(5),
                                row.getString(6),
                                row.getString(7),
                                row.getLong(8),
                                row.getLong(9))));
        return known;
    }

    /** Files that could not be read when they were last looked at, by their path: those rows have only what they were. */
    Map<String, KnownFile> refused() {
        Map<String, KnownFile> refused = new HashMap<>();
        read(
                "select path, size, mtime from refused_file"
                        + (Ffmpeg.canProbe() ? " where reason <> '%s'".formatted(Refusal.NEEDS_FFMPEG.key()) : ""),
                row -> refused.put(
                        row.getString(1),
                        new KnownFile(0, row.getString(1), row.getLong(2), row.getLong(3), false, null, null, 0, 0)));
        return refused;
    }

    /** For the admin, in order of their paths. */
    public List<RefusedFile> refusedFiles(int most) {
        List<RefusedFile> files = new ArrayList<>();
        read(
                "select path, reason from refused_file order by path limit " + most,
                row -> files.add(new RefusedFile(row.getString(1), row.getString(2))));
        return files;
    }

    /** Stores new files, and what has changed of known ones; returns what must be counted again. */
    Touched store(Shelf shelf, List<Placed> files, Instant now) {
        List<String> paths = files.stream()
                .map(placed -> placed.scanned().file().path().toString())
                .toList();
        return inOne(connection -> {
            Touched touched = shelf.put(connection, files, now);
            removeRefusals(connection, paths);
            return touched;
        });
    }

    void refuse(MusicFile file, Refusal refusal, Instant now) {
        inOne(connection -> {
            new Rows("text", "bigint", "bigint", "text", "timestamptz")
                    .add(file.path().toString(), file.size(), file.mtime(), refusal.key(), Timestamp.from(now))
                    .execute(connection, """
                            insert into refused_file (path, size, mtime, reason, seen) select * from ROWS
                            on conflict (md5(path)) do update set size = excluded.size, mtime = excluded.mtime,
                                reason = excluded.reason, seen = excluded.seen""");
            return null;
        });
    }

    void forgetRefused(Collection<String> paths) {
        inOne(connection -> {
            removeRefusals(connection, paths);
            return null;
        });
    }

    /** Files that are there again as they were, or that are there no more. */
    Touched become(boolean gone, Collection<Long> tracks, Instant now) {
        Touched touched = new Touched();
        return tracks.isEmpty()
                ? touched
                : inOne(connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement("update track set gone = ? where id = any(?)")) {
                        statement.setTimestamp(1, gone ? Timestamp.from(now) : null);
                        statement.setArray(2, Touched.array(connection, tracks));
                        statement.execute();
                    }
                    touched.tracks(connection, tracks);
                    new Tally(connection).releases(touched.releases);
                    touched.releaseArtists(connection, touched.releases);
                    return touched;
                });
    }

    /** Takes their paths from tracks whose files have changed places: no two can have one path, not even for a moment. */
    void freePaths(Collection<Long> tracks, Instant now) {
        if (!tracks.isEmpty()) {
            inOne(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        "update track set path = 'moving ' || id, gone = ? where id = any(?)")) {
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setArray(2, Touched.array(connection, tracks));
                    statement.execute();
                }
                return null;
            });
        }
    }

    /** What pictures lay in which folder when it was last looked into. */
    Map<String, String> folderPictures() {
        Map<String, String> pictures = new HashMap<>();
        read("select folder, pictures from folder_picture", row -> pictures.put(row.getString(1), row.getString(2)));
        return pictures;
    }

    /** Looks for the covers of these tracks' releases anew, because pictures beside them have changed. */
    void picturesChanged(Map<String, String> folders, Collection<Long> tracks) {
        if (folders.isEmpty()) {
            return;
        }
        inOne(connection -> {
            Rows rows = new Rows("text", "text");
            folders.forEach((folder, pictures) -> rows.add(folder, pictures));
            rows.execute(connection, """
                    insert into folder_picture (folder, pictures) select * from ROWS
                    on conflict (md5(folder)) do update set pictures = excluded.pictures""");
            execute(connection, "delete from folder_picture where pictures = ''");
            try (PreparedStatement statement =
                    connection.prepareStatement("update release set cover_wanted = true where id in"
                            + " (select release_id from track where id = any(?))")) {
                statement.setArray(1, Touched.array(connection, tracks));
                statement.execute();
            }
            return null;
        });
    }

    /** Releases whose pictures have yet to be looked at, each with the first of its files. */
    List<CoverHunt.Wanted> coversWanted() {
        Map<Long, List<CoverHunt.Place>> wanted = new LinkedHashMap<>();
        read(
                """
                select r.id, t.path, t.format from release r cross join lateral (
                    select path, format from track where release_id = r.id and gone is null
                    order by coalesce(disc, 1), number nulls last, sort_name limit 3) t
                where r.cover_wanted order by r.id""",
                row -> wanted.computeIfAbsent(row.getLong(1), unseen -> new ArrayList<>())
                        .add(new CoverHunt.Place(Path.of(row.getString(2)), AudioFormat.valueOf(row.getString(3)))));
        return wanted.entrySet().stream()
                .map(one -> new CoverHunt.Wanted(one.getKey(), one.getValue()))
                .toList();
    }

    /** Returns what must be counted again. */
    Touched cover(Names covers, List<CoverHunt.Found> found) {
        return inOne(connection -> {
            Map<String, String> hashes = new HashMap<>();
            found.forEach(one -> one.sha256().ifPresent(sha256 -> hashes.put(sha256, sha256)));
            covers.make(connection, hashes, (id, sha256, same) -> new Object[] {id, sha256});
            Rows rows = new Rows("bigint", "bigint");
            Touched touched = new Touched();
            for (CoverHunt.Found one : found) {
                rows.add(one.release(), one.sha256().map(covers::id).orElse(null));
                touched.releases.add(one.release());
            }
            rows.execute(connection, """
                    update release r set cover_id = u.cover, cover_wanted = false from ROWS as u (release, cover)
                    where r.id = u.release""");
            touched.releaseArtists(connection, touched.releases);
            return touched;
        });
    }

    /** Returns what must be counted again. */
    Touched splitGenres() {
        return inOne(connection -> new GenreSplit(connection).split());
    }

    void count(Touched touched) {
        inOne(connection -> {
            new Tally(connection).artists(touched.artists);
            new Tally(connection).genres(touched.genres);
            return null;
        });
        touched.clear();
    }

    /** Tells PostgreSQL how much there is, which it would find out in its own time; until then it guesses that it is little. */
    void measure() {
        inOne(connection -> {
            execute(
                    connection,
                    "analyze track (id, release_id, artist_id, gone), track_artist, track_genre, home_track");
            execute(connection, "analyze release (id, artist_id, track_count), release_genre, artist (id), genre (id)");
            return null;
        });
    }

    /** As when a scan has ended before it had counted. */
    void countEverything() {
        inOne(connection -> {
            new Tally(connection).everything();
            return null;
        });
    }

    /** Removes what has been away for long, and what belonged to nothing else; returns the hashes of unused covers. */
    List<String> tidy(Instant now) {
        List<String> unused = new ArrayList<>();
        inOne(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from track where gone < ?")) {
                statement.setTimestamp(1, Timestamp.from(now.minus(PATIENCE)));
                statement.execute();
            }
            execute(connection, "delete from release r where not exists (select from track where release_id = r.id)");
            execute(connection, """
                    delete from artist a where not exists (select from track where artist_id = a.id)
                        and not exists (select from track where release_artist_id = a.id)
                        and not exists (select from track_artist where artist_id = a.id)
                        and not exists (select from release where artist_id = a.id)""");
            execute(connection, "delete from genre g where not exists (select from track_genre where genre_id = g.id)");
            rows(connection, """
                    delete from cover c where not exists (select from release where cover_id = c.id)
                        and not exists (select from artist where cover_id = c.id) returning sha256""", row -> unused.add(row.getString(1)));
            return null;
        });
        return unused;
    }

    interface Telling<T> {
        T tell(PushedTracks tracks) throws SQLException;
    }

    /** What a home server tells, or is told. */
    <T> T pushed(UUID home, Instant now, Telling<T> what) {
        return inOne(connection -> what.tell(new PushedTracks(connection, home, now)));
    }

    interface Asking<T> {
        T ask(OutgoingTracks tracks) throws SQLException;
    }

    /** What the public server at this address is told, or has taken. */
    <T> T outgoing(String server, Asking<T> what) {
        return inOne(connection -> what.ask(new OutgoingTracks(connection, server)));
    }

    /** Home servers that have said nothing since. */
    List<UUID> silentHomes(Instant since) {
        List<UUID> silent = new ArrayList<>();
        read(
                "select id from home_server where heard < '" + since + "'",
                row -> silent.add(row.getObject(1, UUID.class)));
        return silent;
    }

    private static void removeRefusals(Connection connection, Collection<String> paths) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from refused_file where path = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", paths.toArray()));
            statement.execute();
        }
    }

    private void read(String sql, Row row) {
        inOne(connection -> {
            rows(connection, sql, row);
            return null;
        });
    }

    private static void rows(Connection connection, String sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private <T> T inOne(Query<T> query) {
        List<T> answer = new ArrayList<>();
        work.run(() -> {
            try {
                answer.add(query.ask(entities.unwrap(Connection.class)));
            } catch (SQLException refused) {
                throw new CatalogueUnwritable(refused);
            }
        });
        return answer.getFirst();
    }
}
