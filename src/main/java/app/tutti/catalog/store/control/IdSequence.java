package app.tutti.catalog.store.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** New ids from a sequence, in the blocks that EclipseLink takes as well: what the sequence says is the last of 50. */
public final class IdSequence {
    private static final int BLOCK = 50;
    private static final int BLOCKS = 10;

    private final String sequence;
    private final Deque<Long> free = new ArrayDeque<>();

    IdSequence(String sequence) {
        this.sequence = sequence;
    }

    long next(Connection connection) throws SQLException {
        if (free.isEmpty()) {
            fill(connection);
        }
        return free.remove();
    }

    private void fill(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select nextval(?::regclass) from generate_series(1, ?)")) {
            statement.setString(1, sequence);
            statement.setInt(2, BLOCKS);
            try (ResultSet lasts = statement.executeQuery()) {
                while (lasts.next()) {
                    addBlock(lasts.getLong(1));
                }
            }
        }
    }

    private void addBlock(long last) {
        for (long id = last - BLOCK + 1; id <= last; id++) {
            free.add(id);
        }
    }
}
