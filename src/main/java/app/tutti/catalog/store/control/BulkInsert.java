package app.tutti.catalog.store.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that are sent to PostgreSQL in one statement, each column as an array: {@code ROWS} in the SQL stands for them. */
public final class BulkInsert {
    private final String[] types;
    private final List<Object[]> rows = new ArrayList<>();

    /** With the types of the columns as PostgreSQL calls them. */
    public BulkInsert(String... types) {
        this.types = types;
    }

    public BulkInsert add(Object... row) {
        rows.add(row);
        return this;
    }

    public void execute(Connection connection, String sql) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = statement(connection, sql)) {
                statement.execute();
            }
        }
    }

    /** Of SQL that answers with a text and an id for each row. */
    Map<String, Long> ids(Connection connection, String sql) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = statement(connection, sql);
                    ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    ids.put(answer.getString(1), answer.getLong(2));
                }
            }
        }
        return ids;
    }

    interface Reader {
        void take(ResultSet row) throws SQLException;
    }

    void read(Connection connection, String sql, Reader reader) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = statement(connection, sql);
                    ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    reader.take(answer);
                }
            }
        }
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        String columns = Stream.of(types).map("?::%s[]"::formatted).collect(Collectors.joining(", ", "unnest(", ")"));
        PreparedStatement statement = connection.prepareStatement(sql.replace("ROWS", columns));
        for (int column = 0; column < types.length; column++) {
            Object[] values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[column];
            }
            statement.setArray(column + 1, connection.createArrayOf(types[column], values));
        }
        return statement;
    }
}
