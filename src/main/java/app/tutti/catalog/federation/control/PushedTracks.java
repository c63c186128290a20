package app.tutti.catalog.federation.control;

import app.tutti.catalog.federation.entity.PushAnswer;
import app.tutti.catalog.federation.entity.PushedBatch;
import app.tutti.catalog.federation.entity.PushedTrack;
import app.tutti.catalog.store.control.Affected;
import app.tutti.catalog.store.control.BulkInsert;
import app.tutti.catalog.store.control.CatalogCounts;
import app.tutti.catalog.store.control.TrackToStore;
import app.tutti.catalog.store.control.TrackWriter;
import app.tutti.catalog.store.control.UpsertCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one home server has told of, in the database; for one transaction. */
public final class PushedTracks {
    private static final int MOST_COVERS = 50;

    /** Only where no file of our own is in the release, which then has its own picture. */
    private static final String COVERS = """
            update release r set cover_wanted = false, cover_id = (
                select c.id from track t join home_track h on h.track_id = t.id
                join home_cover k on k.home = h.home and k.sent = h.cover join cover c on c.sha256 = k.sha256
                where t.release_id = r.id order by h.home, h.number limit 1)
            where r.id = any(?) and not exists (select from track t where t.release_id = r.id
                and t.gone is null and not exists (select from home_track h where h.track_id = t.id))""";

    private static final String WANTED = """
            select distinct h.cover collate "C" from home_track h where h.home = ? and h.cover collate "C" > ? and not exists (
                select from home_cover k where k.home = h.home and k.sent = h.cover
                and (k.sha256 is null or exists (select from cover c where c.sha256 = k.sha256)))
            order by 1 limit\s""" + MOST_COVERS;

    private final Connection connection;
    private final UUID home;
    private final Instant now;
    private final Affected touched = new Affected();

    public PushedTracks(Connection connection, UUID home, Instant now) {
        this.connection = connection;
        this.home = home;
        this.now = now;
    }

    /** Takes the piece, if it is the one that comes next. */
    PushAnswer take(PushedBatch batch) throws SQLException {
        if (batch.from() == 0) {
            beginAnew();
        }
        long cursor = cursor();
        if (cursor != batch.from()) {
            return new PushAnswer(false, cursor, List.of());
        }
        put(batch.tracks());
        remove(batch.gone().isEmpty() ? List.of() : tracks(batch.gone()));
        count();
        run("update home_server set cursor = cursor + 1, heard = ? where id = ?", Timestamp.from(now), home);
        return new PushAnswer(true, cursor + 1, batch.last() ? wanted(batch.coversAfter()) : List.of());
    }

    boolean wants(String cover) throws SQLException {
        return !texts("select distinct cover from home_track where home = ? and cover = ?", home, cover)
                .isEmpty();
    }

    /** @param sha256 of what was made of it; null where that could not be */
    boolean covered(String sent, String sha256) throws SQLException {
        if (sha256 != null) {
            UpsertCache.ofCovers()
                    .make(connection, Map.of(sha256, sha256), (id, hash, same) -> new Object[] {id, hash});
        }
        run("""
                insert into home_cover (home, sent, sha256) values (?, ?, ?)
                on conflict (home, sent) do update set sha256 = excluded.sha256""", home, sent, sha256);
        touched.releases.addAll(ids(
                "select distinct t.release_id from home_track h join track t on t.id = h.track_id"
                        + " where h.home = ? and h.cover = ?",
                home,
                sent));
        count();
        return true;
    }

    /** Everything that this home server has told of. */
    boolean forgotten() throws SQLException {
        run("delete from track where id in (select track_id from home_track where home = ?)", home);
        run("delete from home_server where id = ?", home);
        new CatalogCounts(connection).everything();
        return true;
    }

    private void beginAnew() throws SQLException {
        forgotten();
        run("insert into home_server (id, cursor, heard) values (?, 0, ?)", home, Timestamp.from(now));
    }

    /** 0 when it has told of nothing yet. Whoever else tells for this home waits. */
    private long cursor() throws SQLException {
        List<Long> cursor = ids("select cursor from home_server where id = ? for update", home);
        return cursor.isEmpty() ? 0 : cursor.getFirst();
    }

    private void put(List<PushedTrack> pushed) throws SQLException {
        if (pushed.isEmpty()) {
            return;
        }
        Map<Long, Long> known = known(pushed);
        List<TrackToStore> placed = pushed.stream()
                .map(track -> new TrackToStore(track.scanned(), known.get(track.number()), track.added()))
                .toList();
        touched.addAll(new TrackWriter().put(connection, placed, now));
        BulkInsert rows = new BulkInsert("uuid", "bigint", "text", "text");
        pushed.forEach(track -> rows.add(
                home,
                track.number(),
                track.scanned().file().path().toString(),
                track.cover().orElse(null)));
        rows.execute(connection, """
                insert into home_track (home, number, track_id, cover)
                select u.home, u.number, t.id, u.cover from ROWS as u (home, number, path, cover)
                join track t on md5(t.path) = md5(u.path)
                on conflict (home, number) do update set cover = excluded.cover""");
    }

    private Map<Long, Long> known(List<PushedTrack> pushed) throws SQLException {
        Map<Long, Long> known = new HashMap<>();
        try (PreparedStatement statement = statement(
                        "select number, track_id from home_track where home = ? and number = any(?)",
                        home,
                        Affected.array(
                                connection,
                                pushed.stream().map(PushedTrack::number).toList()));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                known.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return known;
    }

    private List<Long> tracks(Collection<Long> numbers) throws SQLException {
        return ids(
                "select track_id from home_track where home = ? and number = any(?)",
                home,
                Affected.array(connection, numbers));
    }

    private void remove(List<Long> tracks) throws SQLException {
        if (tracks.isEmpty()) {
            return;
        }
        Affected removed = new Affected();
        removed.tracks(connection, tracks);
        removed.releaseArtists(connection, removed.releases);
        run("delete from track where id = any(?)", Affected.array(connection, tracks));
        new CatalogCounts(connection).releases(removed.releases);
        touched.addAll(removed);
    }

    /** Releases are counted already. */
    private void count() throws SQLException {
        run(COVERS, Affected.array(connection, touched.releases));
        touched.releaseArtists(connection, touched.releases);
        CatalogCounts tally = new CatalogCounts(connection);
        tally.artists(touched.artists);
        tally.genres(touched.genres);
    }

    private List<String> wanted(String after) throws SQLException {
        return texts(WANTED, home, after);
    }

    private List<Long> ids(String sql, Object... values) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = statement(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = statement(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = statement(sql, values)) {
            statement.execute();
        }
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }
}
