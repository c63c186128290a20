package app.tutti.platform.database;

import app.tutti.catalog.control.ArtistKeys;
import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The application's one database: opened, and brought to the newest schema, when the first connection is asked for.
 * That is before JPA first needs it, whichever part of the server asks.
 */
public final class Database {
    private static DataSource open;
    private static EmbeddedPostgres embedded;

    private Database() {}

    static synchronized DataSource open() {
        if (open == null) {
            Settings settings = Settings.read();
            PGSimpleDataSource source = settings.isSet(Setting.TUTTI_DB_URL) ? external(settings) : embedded(settings);
            migrate(source);
            open = source;
        }
        return open;
    }

    /** Stops the built-in server, if that is what runs. */
    public static synchronized void close() {
        open = null;
        if (embedded != null) {
            embedded.close();
            embedded = null;
        }
    }

    private static PGSimpleDataSource external(Settings settings) {
        PGSimpleDataSource source = source(
                settings.get(Setting.TUTTI_DB_URL),
                settings.get(Setting.TUTTI_DB_USER),
                settings.get(Setting.TUTTI_DB_PASSWORD));
        try (Connection connection = source.getConnection()) {
            return source;
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(
                    "The database at TUTTI_DB_URL (%s) does not answer: %s"
                            .formatted(settings.get(Setting.TUTTI_DB_URL), refused.getMessage()),
                    refused);
        }
    }

    private static PGSimpleDataSource embedded(Settings settings) {
        embedded = EmbeddedPostgres.start(settings.dataFolder().resolve("postgres"));
        return source(embedded.url(), embedded.user(), embedded.password());
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user.isEmpty() ? null : user);
        source.setPassword(password.isEmpty() ? null : password);
        source.setApplicationName("tutti");
        source.setConnectTimeout(10);
        return source;
    }

    private static void migrate(DataSource source) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .javaMigrations(new ArtistKeys())
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnavailable("The database cannot be brought up to date: " + failed.getMessage(), failed);
        }
    }
}
