package app.tutti.catalog.store.control;

import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.tags.control.GenreNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes genres with a slash apart after a scan, where each part is a genre of its own in the library or in ID3's list:
 * only then is it known which there are, whatever file was read first.
 */
public final class GenreSplit {
    private record Joined(long id, List<String> parts) {}

    private static final String IN_USE = " exists (select from track_genre l where l.genre_id = g.id)";

    private final Connection connection;
    private final Affected touched = new Affected();

    public GenreSplit(Connection connection) {
        this.connection = connection;
    }

    /** Returns what must be counted again; releases are. */
    public Affected split() throws SQLException {
        Set<String> known = known();
        Predicate<String> isOne = part -> GenreNames.isInId3(part) || known.contains(FoldedName.of(part));
        UpsertCache genres = TrackWriter.genres();
        for (Joined joined : joined()) {
            if (joined.parts().stream().allMatch(isOne)) {
                split(joined, genres);
            }
        }
        new CatalogCounts(connection).releases(touched.releases);
        return touched;
    }

    private Set<String> known() throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select g.sort_name from genre g where" + IN_USE);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                known.add(rows.getString(1));
            }
        }
        return known;
    }

    private List<Joined> joined() throws SQLException {
        List<Joined> joined = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select g.id, g.name from genre g where g.name like '%/%' and" + IN_USE);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<String> parts = Stream.of(rows.getString(2).split("/"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
                if (parts.size() > 1) {
                    joined.add(new Joined(rows.getLong(1), parts));
                }
            }
        }
        return joined;
    }

    private void split(Joined joined, UpsertCache genres) throws SQLException {
        Map<String, String> parts = new HashMap<>();
        joined.parts().forEach(part -> parts.put(FoldedName.of(part), part));
        genres.make(connection, parts, (id, fold, name) -> new Object[] {id, fold, name});
        Set<Long> tracks = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("delete from track_genre where genre_id = ? returning track_id")) {
            statement.setLong(1, joined.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tracks.add(rows.getLong(1));
                }
            }
        }
        BulkInsert links = new BulkInsert("bigint", "bigint");
        tracks.forEach(track -> genres.ids(parts.keySet()).forEach(genre -> links.add(track, genre)));
        links.execute(
                connection, "insert into track_genre (track_id, genre_id) select * from ROWS on conflict do nothing");
        touched.tracks(connection, tracks);
        touched.genres.add(joined.id());
    }
}
