package app.tutti.catalog.federation.control;

import app.tutti.catalog.store.control.Affected;
import app.tutti.catalog.store.control.BulkInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a public server has been told, and what it has yet to be told; for one transaction. */
public final class OutgoingTracks {
    /** A track and everything that it is shown with: metadata, and the hash of its cover. */
    private static final String ITEMS = """
            select t.id, t.title, json_strip_nulls(json_build_object(
                'id', t.id, 'title', t.title, 'artist', coalesce(t.credit, a.name),
                'artists', coalesce((select json_agg(x.name order by l.position) from track_artist l
                    join artist x on x.id = l.artist_id where l.track_id = t.id), json_build_array(a.name)),
                'release', r.title, 'releaseKey', r.key,
                'releaseArtist', p.name, 'releaseCredit', coalesce(r.credit, p.name),
                'compilation', t.compilation, 'disc', t.disc, 'number', t.number, 'year', t.year,
                'genres', coalesce((select json_agg(g.name order by g.sort_name) from track_genre l
                    join genre g on g.id = l.genre_id where l.track_id = t.id), '[]'),
                'format', t.format, 'duration', t.duration, 'bitrate', t.bitrate, 'sampleRate', t.sample_rate,
                'channels', t.channels, 'gain', t.gain, 'peak', t.peak,
                'releaseGain', t.release_gain, 'releasePeak', t.release_peak,
                'recordingId', t.musicbrainz, 'musicbrainz', r.musicbrainz,
                'added', floor(extract(epoch from t.added) * 1000)::bigint, 'cover', c.sha256))::text as item
            from track t join artist a on a.id = t.artist_id join release r on r.id = t.release_id
            left join artist p on p.id = t.release_artist_id left join cover c on c.id = r.cover_id
            where t.gone is null""";

    private static final String CHANGED = """
            select coalesce(i.id, s.track_id), i.id is null from (select id, md5(item) as digest from (%s) every) i
            full join (select track_id, digest from push_sent where server = ?) s on s.track_id = i.id
            where i.digest is distinct from s.digest order by 2, 1""".formatted(ITEMS);

    /** @param gone whether it is not there any more */
    record Change(long track, boolean gone) {}

    /** @param digest of the item, which is JSON */
    record Item(long track, String title, String item, String digest) {}

    /** @param cursor how many pieces it has taken; 0 to begin anew */
    record State(UUID home, long cursor, Instant finished) {}

    private final Connection connection;
    private final String server;

    public OutgoingTracks(Connection connection, String server) {
        this.connection = connection;
        this.server = server;
    }

    /** @param home by which the server is to know us, if it does not yet */
    State state(UUID home) throws SQLException {
        run("insert into push_state (server, home, cursor) values (?, ?, 0) on conflict do nothing", server, home);
        try (PreparedStatement statement =
                        statement("select home, cursor, finished from push_state where server = ?", server);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Timestamp finished = row.getTimestamp(3);
            return new State(
                    row.getObject(1, UUID.class), row.getLong(2), finished == null ? null : finished.toInstant());
        }
    }

    /** Those that are there before those that are not, which may be the same under another id. */
    List<Change> changes() throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement statement = statement(CHANGED, server);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                changes.add(new Change(rows.getLong(1), rows.getBoolean(2)));
            }
        }
        return changes;
    }

    /** One that has gone meanwhile is left out. */
    List<Item> items(Collection<Long> tracks) throws SQLException {
        List<Item> items = new ArrayList<>();
        String sql = "select id, title, item, md5(item) from (" + ITEMS + " and t.id = any(?)) wanted order by id";
        try (PreparedStatement statement = statement(sql, Affected.array(connection, tracks));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                items.add(new Item(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return items;
    }

    /** The server has this, and will not have what it refused until that has changed. */
    boolean taken(long cursor, List<Item> items, List<Item> refused, Collection<Long> gone) throws SQLException {
        BulkInsert rows = new BulkInsert("text", "bigint", "text", "boolean");
        items.forEach(item -> rows.add(server, item.track(), item.digest(), false));
        refused.forEach(item -> rows.add(server, item.track(), item.digest(), true));
        rows.execute(connection, """
                insert into push_sent (server, track_id, digest, refused) select * from ROWS
                on conflict (server, track_id) do update set digest = excluded.digest, refused = excluded.refused""");
        run("delete from push_sent where server = ? and track_id = any(?)", server, Affected.array(connection, gone));
        return expects(cursor);
    }

    /** Titles of some that it does not take. */
    List<String> refused(int most) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (PreparedStatement statement = statement("""
                        select t.title from push_sent s join track t on t.id = s.track_id
                        where s.server = ? and s.refused and t.gone is null order by t.sort_name, t.id limit ?""", server, most);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
        }
        return titles;
    }

    /** What was sent last had got there, and its answer had not come back. */
    boolean expects(long cursor) throws SQLException {
        run("update push_state set cursor = ? where server = ?", cursor, server);
        return true;
    }

    /** The server has nothing, or something else: it is told everything. */
    boolean forgotten() throws SQLException {
        run("delete from push_sent where server = ?", server);
        return expects(0);
    }

    boolean finished(Instant now) throws SQLException {
        run("update push_state set finished = ? where server = ?", Timestamp.from(now), server);
        return true;
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
