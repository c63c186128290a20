package app.tutti.platform.database;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartStage;
import app.tutti.platform.config.StartedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The application's one database: opened, and brought to the newest schema, when the first connection is asked for.
 * That is before JPA first needs it, whichever part of the server asks.
 */
public final class Database {
    /** Longer than any page may take; what is still waited for then is waited for in vain. */
    private static final int ANSWER_SECONDS = 60;

    private static final int CONNECT_SECONDS = 10;
    private static final int LOOK_SECONDS = 5;

    private static DataSource open;
    private static EmbeddedPostgres embedded;
    private static volatile DatabaseWatch watch;

    private Database() {}

    static synchronized DataSource open() {
        if (open == null) {
            Settings settings = Settings.read();
            boolean isExternal = settings.isSet(Setting.TUTTI_DB_URL);
            StartStage.DATABASE.enter();
            PGSimpleDataSource source = isExternal ? external(settings) : embedded(settings);
            StartStage.SCHEMA.enter();
            // A change of the schema may take its time.
            Schema.bringUpToDate(source);
            StartStage.APPLICATION.enter();
            source.setSocketTimeout(ANSWER_SECONDS);
            watch = isExternal ? watch(settings) : watchEmbedded(source);
            StartedDatabase.watch();
            open = source;
        }
        return open;
    }

    /** Whether it has been found away and has not answered since. */
    public static boolean isAway() {
        DatabaseWatch watching = watch;
        return watching != null && watching.isAway();
    }

    /** Somebody could not have it: it is looked at now. */
    public static void hasFailed(Throwable failure) {
        DatabaseWatch watching = watch;
        if (watching != null) {
            watching.hasFailed(failure);
        }
    }

    /** Stops the built-in server, if that is what runs. */
    public static synchronized void close() {
        open = null;
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (embedded != null) {
            embedded.close();
            embedded = null;
        }
    }

    private static PGSimpleDataSource external(Settings settings) {
        PGSimpleDataSource source = named(settings);
        try (Connection connection = source.getConnection()) {
            return source;
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(
                    "The database at TUTTI_DB_URL (%s) does not answer: %s"
                            .formatted(place(source), refused.getMessage()),
                    refused);
        }
    }

    /** Where it is, and nothing else of the address: a password may stand in it. */
    private static String place(PGSimpleDataSource source) {
        return "%s:%d, database %s"
                .formatted(source.getServerNames()[0], source.getPortNumbers()[0], source.getDatabaseName());
    }

    private static DatabaseWatch watch(Settings settings) {
        return DatabaseWatch.start(impatient(named(settings)), DatabaseWatch.SOMEBODY_ELSES);
    }

    private static PGSimpleDataSource named(Settings settings) {
        return source(
                settings.get(Setting.TUTTI_DB_URL),
                settings.get(Setting.TUTTI_DB_USER),
                settings.get(Setting.TUTTI_DB_PASSWORD));
    }

    private static PGSimpleDataSource embedded(Settings settings) {
        embedded = EmbeddedPostgres.start(settings.dataFolder().resolve("postgres"));
        return source(embedded.url(), embedded.user(), embedded.password());
    }

    /** Wherever it is started again, both find it there. */
    private static DatabaseWatch watchEmbedded(PGSimpleDataSource source) {
        EmbeddedPostgres postgres = embedded;
        PGSimpleDataSource watched = impatient(source(postgres.url(), postgres.user(), postgres.password()));
        return DatabaseWatch.start(watched, new DatabaseWatch.Startable() {
            @Override
            public boolean isRunning() {
                return postgres.isRunning();
            }

            @Override
            public void startAgain() {
                postgres.startAgain();
                source.setUrl(postgres.url());
                watched.setUrl(postgres.url());
            }
        });
    }

    private static PGSimpleDataSource impatient(PGSimpleDataSource source) {
        source.setConnectTimeout(LOOK_SECONDS);
        source.setLoginTimeout(LOOK_SECONDS);
        source.setSocketTimeout(LOOK_SECONDS);
        return source;
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user.isEmpty() ? source.getUser() : user);
        source.setPassword(password.isEmpty() ? source.getPassword() : password);
        source.setApplicationName("tutti");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }
}
