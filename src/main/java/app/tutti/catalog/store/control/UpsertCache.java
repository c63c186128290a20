package app.tutti.catalog.store.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of what is known by its name, asked for once in a scan; what has none gets one. */
public final class UpsertCache {
    /** Makes the rows of those that are asked for. */
    public interface Maker<T> {
        Object[] row(long id, String name, T what);
    }

    private final IdSequence ids;
    private final String sql;
    private final String[] types;
    private final Map<String, Long> known = new HashMap<>();

    public UpsertCache(String sequence, String sql, String... types) {
        this.ids = new IdSequence(sequence);
        this.sql = sql;
        this.types = types;
    }

    /** Covers, by their hashes. */
    public static UpsertCache ofCovers() {
        return new UpsertCache("cover_id_seq", """
                insert into cover (id, sha256) select * from ROWS
                on conflict (sha256) do update set sha256 = excluded.sha256 returning sha256, id""", "bigint", "text");
    }

    public <T> void make(Connection connection, Map<String, T> wanted, Maker<T> maker) throws SQLException {
        Map<String, T> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeAll(known.keySet());
        BulkInsert rows = new BulkInsert(types);
        for (Map.Entry<String, T> one : missing.entrySet()) {
            rows.add(maker.row(ids.next(connection), one.getKey(), one.getValue()));
        }
        known.putAll(rows.ids(connection, sql));
    }

    public Long id(String name) {
        return known.get(name);
    }

    Set<Long> ids(Collection<String> names) {
        Set<Long> found = new HashSet<>();
        names.forEach(name -> found.add(known.get(name)));
        return found;
    }

    void forget(String name) {
        known.remove(name);
    }

    /** What was made in a transaction that failed is not there. */
    void clear() {
        known.clear();
    }
}
