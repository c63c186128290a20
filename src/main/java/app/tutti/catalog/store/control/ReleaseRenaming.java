package app.tutti.catalog.store.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a release stay what it is to people when its tracks are known by another key from now on, because their tags or the
 * rules have changed: it keeps its id where most of its tracks go, and its favourites come along to
 * wherever half of them go, or all of them together.
 */
public final class ReleaseRenaming {
    private record Move(long from, String fromKey, int tracksOfIt, String to) {}

    private static final String MOVES = """
            select r.id, r.key, (select count(*) from track o where o.release_id = r.id), u.key
            from ROWS as u (track, key) join track t on t.id = u.track join release r on r.id = t.release_id
            where r.key <> u.key""";
    private static final String FAVOURITES = """
            insert into favourite_release (owner, release_id, added)
            select f.owner, n.id, min(f.added)
            from ROWS as u (old, key, half) join favourite_release f on f.release_id = u.old
            join release n on n.key = u.key
            where n.id <> u.old and (u.half or not exists (select from track t where t.release_id = u.old))
            group by f.owner, n.id on conflict do nothing""";

    private final Connection connection;
    private final List<Move> moves = new ArrayList<>();

    /** @param keys by which each track that is known already is known from now on */
    ReleaseRenaming(Connection connection, Map<Long, String> keys) throws SQLException {
        this.connection = connection;
        BulkInsert rows = new BulkInsert("bigint", "text");
        keys.forEach((track, key) -> rows.add(track, key));
        rows.read(connection, MOVES, row -> moves.add(moved(row)));
    }

    private static Move moved(ResultSet row) throws SQLException {
        return new Move(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4));
    }

    /**
     * Before releases are made: gives a new key to those whose old one nobody wants.
     *
     * @return the keys that are not any more
     */
    Set<String> rename(Set<String> wanted) throws SQLException {
        Set<String> old = new HashSet<>();
        if (moves.isEmpty()) {
            return old;
        }
        Set<String> taken = existing(wanted);
        List<Map.Entry<Move, Integer>> most = new ArrayList<>(counts().entrySet());
        most.sort(Map.Entry.<Move, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(
                        Comparator.comparing(Move::from).thenComparing(Move::to))));
        for (Map.Entry<Move, Integer> one : most) {
            Move move = one.getKey();
            if (isHalf(move, one.getValue())
                    && !wanted.contains(move.fromKey())
                    && !old.contains(move.fromKey())
                    && taken.add(move.to())) {
                rename(move);
                old.add(move.fromKey());
            }
        }
        return old;
    }

    /** After the tracks are where they belong. */
    void handOnFavourites() throws SQLException {
        BulkInsert rows = new BulkInsert("bigint", "text", "boolean");
        counts().forEach((move, tracks) -> rows.add(move.from(), move.to(), isHalf(move, tracks)));
        rows.execute(connection, FAVOURITES);
    }

    private Map<Move, Integer> counts() {
        Map<Move, Integer> counts = new HashMap<>();
        moves.forEach(move -> counts.merge(move, 1, Integer::sum));
        return counts;
    }

    private static boolean isHalf(Move move, int tracks) {
        return 2 * tracks >= move.tracksOfIt();
    }

    private Set<String> existing(Set<String> wanted) throws SQLException {
        Set<String> existing = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("select key from release where key = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    existing.add(rows.getString(1));
                }
            }
        }
        return existing;
    }

    private void rename(Move move) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update release set key = ? where id = ?")) {
            statement.setString(1, move.to());
            statement.setLong(2, move.from());
            statement.execute();
        }
    }
}
