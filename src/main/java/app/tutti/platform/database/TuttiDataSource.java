package app.tutti.platform.database;

import app.tutti.platform.config.StartupFailure;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What the server makes its pool of. It makes several of these; there is one {@link Database} behind them all. */
public class TuttiDataSource implements DataSource {
    /** SQLSTATE: the connection cannot be made. */
    private static final String CANNOT_CONNECT = "08001";

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return Database.open().getConnection();
        } catch (RuntimeException unavailable) {
            StartupFailure.remember(unavailable.getMessage());
            throw new SQLException(unavailable.getMessage(), CANNOT_CONNECT, unavailable);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // PostgreSQL's driver logs by java.util.logging
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the driver's own limit holds
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Database.open().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Database.open().isWrapperFor(type);
    }
}
