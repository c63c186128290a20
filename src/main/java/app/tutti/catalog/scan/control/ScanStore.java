package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.scan.entity.RefusedFile;
import app.tutti.catalog.store.control.Affected;
import app.tutti.catalog.store.control.BulkInsert;
import app.tutti.catalog.store.control.CatalogConnection;
import app.tutti.catalog.store.control.CatalogCounts;
import app.tutti.catalog.store.control.TrackToStore;
import app.tutti.catalog.store.control.TrackWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads from the database what a scan knows of files, and stores what it finds; each in a transaction of its own. */
@ApplicationScoped
public class ScanStore {
    @Inject
    CatalogConnection database;

    /** Every file that is or was a track, by its path; what another server has told of has none here. */
    Map<String, KnownFile> known() {
        Map<String, KnownFile> known = new HashMap<>();
        database.read(
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
        database.read(
                "select path, size, mtime from refused_file"
                        + (Ffmpeg.canProbe()
                                ? " where reason <> '%s'".formatted(RefusalReason.NEEDS_FFMPEG.key())
                                : ""),
                row -> refused.put(
                        row.getString(1),
                        new KnownFile(0, row.getString(1), row.getLong(2), row.getLong(3), false, null, null, 0, 0)));
        return refused;
    }

    /** For the admin, in order of their paths. */
    public List<RefusedFile> refusedFiles(int most) {
        List<RefusedFile> files = new ArrayList<>();
        database.read(
                "select path, reason from refused_file order by path limit " + most,
                row -> files.add(new RefusedFile(row.getString(1), row.getString(2))));
        return files;
    }

    /** Stores new files, and what has changed of known ones; returns what must be counted again. */
    Affected store(TrackWriter writer, List<TrackToStore> files, Instant now) {
        List<String> paths = files.stream()
                .map(track -> track.scanned().file().path().toString())
                .toList();
        return database.inOne(connection -> {
            Affected affected = writer.put(connection, files, now);
            removeRefusals(connection, paths);
            return affected;
        });
    }

    void refuse(MusicFile file, RefusalReason refusal, Instant now) {
        database.inOne(connection -> {
            new BulkInsert("text", "bigint", "bigint", "text", "timestamptz")
                    .add(file.path().toString(), file.size(), file.mtime(), refusal.key(), Timestamp.from(now))
                    .execute(connection, """
                            insert into refused_file (path, size, mtime, reason, seen) select * from ROWS
                            on conflict (md5(path)) do update set size = excluded.size, mtime = excluded.mtime,
                                reason = excluded.reason, seen = excluded.seen""");
            return null;
        });
    }

    void forgetRefused(Collection<String> paths) {
        database.inOne(connection -> {
            removeRefusals(connection, paths);
            return null;
        });
    }

    /** Files that are there again as they were, or that are there no more. */
    Affected become(boolean gone, Collection<Long> tracks, Instant now) {
        Affected affected = new Affected();
        return tracks.isEmpty()
                ? affected
                : database.inOne(connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement("update track set gone = ? where id = any(?)")) {
                        statement.setTimestamp(1, gone ? Timestamp.from(now) : null);
                        statement.setArray(2, Affected.array(connection, tracks));
                        statement.execute();
                    }
                    affected.tracks(connection, tracks);
                    new CatalogCounts(connection).releases(affected.releases);
                    affected.releaseArtists(connection, affected.releases);
                    return affected;
                });
    }

    /** Takes their paths from tracks whose files have changed places: no two can have one path, not even for a moment. */
    void freePaths(Collection<Long> tracks, Instant now) {
        if (!tracks.isEmpty()) {
            database.inOne(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        "update track set path = 'moving ' || id, gone = ? where id = any(?)")) {
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setArray(2, Affected.array(connection, tracks));
                    statement.execute();
                }
                return null;
            });
        }
    }

    /** What pictures lay in which folder when it was last looked into. */
    Map<String, String> folderPictures() {
        Map<String, String> pictures = new HashMap<>();
        database.read(
                "select folder, pictures from folder_picture", row -> pictures.put(row.getString(1), row.getString(2)));
        return pictures;
    }

    /** Looks for the covers of these tracks' releases anew, because pictures beside them have changed. */
    void picturesChanged(Map<String, String> folders, Collection<Long> tracks) {
        if (folders.isEmpty()) {
            return;
        }
        database.inOne(connection -> {
            BulkInsert rows = new BulkInsert("text", "text");
            folders.forEach((folder, pictures) -> rows.add(folder, pictures));
            rows.execute(connection, """
                    insert into folder_picture (folder, pictures) select * from ROWS
                    on conflict (md5(folder)) do update set pictures = excluded.pictures""");
            CatalogConnection.execute(connection, "delete from folder_picture where pictures = ''");
            try (PreparedStatement statement =
                    connection.prepareStatement("update release set cover_wanted = true where id in"
                            + " (select release_id from track where id = any(?))")) {
                statement.setArray(1, Affected.array(connection, tracks));
                statement.execute();
            }
            return null;
        });
    }

    private static void removeRefusals(Connection connection, Collection<String> paths) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from refused_file where path = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", paths.toArray()));
            statement.execute();
        }
    }
}
