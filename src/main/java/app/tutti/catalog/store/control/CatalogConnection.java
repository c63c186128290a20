package app.tutti.catalog.store.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs the catalogue's plain SQL; every piece of work is stored whole or not at all. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CatalogConnection {
    @PersistenceContext
    EntityManager entities;

    /** What is done in one transaction. */
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Takes the row at which the result stands. */
    public interface RowReader {
        void take(ResultSet row) throws SQLException;
    }

    /** @throws CatalogueUnwritable when the database does not take it */
    public <T> T inOne(Work<T> work) {
        try {
            return work.run(entities.unwrap(Connection.class));
        } catch (SQLException refused) {
            throw new CatalogueUnwritable(refused);
        }
    }

    /** @throws CatalogueUnwritable when the database does not answer */
    public void read(String sql, RowReader reader) {
        inOne(connection -> {
            read(connection, sql, reader);
            return null;
        });
    }

    /** In a transaction that has begun. */
    public static void read(Connection connection, String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.take(rows);
            }
        }
    }

    /** In a transaction that has begun. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
