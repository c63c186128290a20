package app.tutti.catalog.store.control;

import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.library.entity.SortName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Gives the artists of an older database their keys, once. Whose keys are the same become the one with the most tracks,
 * and whatever pointed at the others points at it: what people have loved stays loved.
 */
public final class ArtistKeys implements JavaMigration {
    private static final List<String> TOGETHER = List.of(
            """
            create temp table same_artist on commit drop as
            select id, kept from (
                select k.id, first_value(k.id) over (partition by k.key
                    order by a.track_count desc, a.release_count desc, k.id) as kept
                from artist_key_of k join artist a on a.id = k.id) s
            where id <> kept""",
            "update track t set artist_id = s.kept from same_artist s where t.artist_id = s.id",
            "update track t set release_artist_id = s.kept from same_artist s where t.release_artist_id = s.id",
            "update release r set artist_id = s.kept from same_artist s where r.artist_id = s.id",
            "update track_artist l set artist_id = s.kept from same_artist s where l.artist_id = s.id",
            """
            delete from track_artist l using track_artist o
            where o.track_id = l.track_id and o.artist_id = l.artist_id and o.position < l.position
                and l.artist_id in (select kept from same_artist)""",
            """
            insert into favourite_artist (owner, artist_id, added)
            select f.owner, s.kept, min(f.added) from favourite_artist f join same_artist s on s.id = f.artist_id
            group by f.owner, s.kept on conflict do nothing""",
            """
            update artist a set musicbrainz = coalesce(a.musicbrainz, o.musicbrainz)
            from same_artist s join artist o on o.id = s.id where a.id = s.kept and o.musicbrainz is not null""",
            "delete from artist where id in (select id from same_artist)",
            """
            update artist a set key = k.key, sort_name = k.sort_name
            from artist_key_of k where k.id = a.id""");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("17");
    }

    @Override
    public String getDescription() {
        return "artist keys";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        assign(context.getConnection());
    }

    /** In a transaction. */
    public static void assign(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table artist_key_of (id bigint primary key, key text, sort_name text)"
                    + " on commit drop");
            keys(connection, statement);
            for (String sql : TOGETHER) {
                statement.execute(sql);
            }
        }
    }

    private static void keys(Connection connection, Statement statement) throws SQLException {
        BulkInsert rows = new BulkInsert("bigint", "text", "text");
        try (ResultSet artists = statement.executeQuery("select id, name from artist")) {
            while (artists.next()) {
                String name = artists.getString(2);
                rows.add(artists.getLong(1), FoldedName.of(name), SortName.of(name));
            }
        }
        rows.execute(connection, "insert into artist_key_of (id, key, sort_name) select * from ROWS");
    }
}
