package app.tutti.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.stories.TuttiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on somebody else's PostgreSQL: a second one of ours stands in for it. */
class ExternalDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void everythingIsKeptInTheDatabaseThatTheSettingNames() throws SQLException, InterruptedException {
        try (EmbeddedPostgres external = EmbeddedPostgres.start(folder);
                TuttiServer server = TuttiServer.notStarted()
                        .with("TUTTI_DB_URL", external.url())
                        .with("TUTTI_DB_USER", external.user())
                        .with("TUTTI_DB_PASSWORD", external.password())) {
            server.start();
            PackagedWar.await("five tracks are in it", () -> tracks(external) == 5);
            assertFalse(Files.exists(server.dataFolder().resolve("postgres")), "no database of its own");
            assertFalse(server.log().contains(external.password()), "no secret in the log");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerStopsTheStartWithOneSentence() {
        try (TuttiServer server =
                TuttiServer.notStarted().with("TUTTI_DB_URL", "jdbc:postgresql://127.0.0.1:1/nothing")) {
            String said = server.refusal();
            assertTrue(said.contains("Tutti did not start. The database at TUTTI_DB_URL"), said);
            assertEquals(1, server.exitCode());
        }
    }

    @Test
    void aPasswordInTheAddressIsNotPrinted() {
        try (TuttiServer server = TuttiServer.notStarted()
                .with("TUTTI_DB_URL", "jdbc:postgresql://127.0.0.1:1/nothing?user=ana&password=secret-of-ana")) {
            String said = server.refusal();
            assertTrue(said.contains("127.0.0.1:1, database nothing"), said);
            assertFalse(said.contains("secret-of-ana"), said);
        }
        try (TuttiServer server =
                TuttiServer.notStarted().with("TUTTI_DB_URL", "postgresql://ana:secret-of-ana@127.0.0.1:1/nothing")) {
            String said = server.refusal();
            assertTrue(said.contains("TUTTI_DB_URL must be an address"), said);
            assertFalse(said.contains("secret-of-ana"), said);
        }
    }

    private static long tracks(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from track")) {
            return count.next() ? count.getLong(1) : -1;
        } catch (SQLException notYet) {
            return -1;
        }
    }
}
