package app.tutti.platform.database;

import app.tutti.catalog.store.control.ArtistKeys;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The tables of the database: made, or brought up to date, at every start; never taken back to an older state. */
final class Schema {
    /** Whoever reads the database by hand finds it there, too. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String USED_BY = "Last changed by Tutti ";

    private Schema() {}

    static void bringUpToDate(DataSource source) {
        try {
            Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .table(HISTORY)
                    .locations("classpath:db/migration")
                    .javaMigrations(new ArtistKeys())
                    .load();
            refuseNewer(flyway, source);
            if (flyway.migrate().migrationsExecuted > 0) {
                signBy(version(), source);
            }
        } catch (FlywayException | SQLException | IOException failed) {
            throw new DatabaseUnavailable("The database cannot be brought up to date: " + failed.getMessage(), failed);
        }
    }

    /** An older program would find what it does not know, and write what a newer one does not expect. */
    private static void refuseNewer(Flyway flyway, DataSource source) throws SQLException, IOException {
        MigrationInfo[] all = flyway.info().all();
        if (Arrays.stream(all).anyMatch(Schema::isUnknown)) {
            throw new DatabaseUnavailable(
                    "The database was last changed by a newer Tutti (%s), and this is %s. Start that version or a newer"
                                    .formatted(lastChangedBy(source), version())
                            + " one, or bring back a copy of the database from before; nothing has been changed.",
                    null);
        }
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isResolved();
    }

    private static void signBy(String version, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("comment on table %s is '%s%s'".formatted(HISTORY, USED_BY, version));
        }
    }

    private static String lastChangedBy(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet comment =
                        statement.executeQuery("select obj_description('%s'::regclass)".formatted(HISTORY))) {
            String said = comment.next() ? comment.getString(1) : null;
            return said != null && said.startsWith(USED_BY)
                    ? said.substring(USED_BY.length())
                    : "its version is unknown";
        }
    }

    private static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream file = Schema.class.getResourceAsStream("/build.properties")) {
            build.load(file);
        }
        return build.getProperty("version");
    }
}
