package app.tutti.catalog.store.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What must be counted again because tracks of it have come, gone or changed. */
public final class Affected {
    public final Set<Long> releases = new HashSet<>();
    public final Set<Long> artists = new HashSet<>();
    public final Set<Long> genres = new HashSet<>();

    /** Everything that these tracks belong to now. */
    public void tracks(Connection connection, Collection<Long> tracks) throws SQLException {
        if (!tracks.isEmpty()) {
            add(connection, "select release_id from track where id = any(?)", tracks, releases);
            add(connection, "select artist_id from track_artist where track_id = any(?)", tracks, artists);
            add(connection, "select genre_id from track_genre where track_id = any(?)", tracks, genres);
        }
    }

    public void releaseArtists(Connection connection, Collection<Long> releases) throws SQLException {
        add(connection, "select artist_id from release where id = any(?)", releases, artists);
    }

    public void addAll(Affected more) {
        releases.addAll(more.releases);
        artists.addAll(more.artists);
        genres.addAll(more.genres);
    }

    public void clear() {
        releases.clear();
        artists.clear();
        genres.clear();
    }

    public static Array array(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    private static void add(Connection connection, String sql, Collection<Long> ids, Set<Long> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
    }
}
