package app.tutti.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The built-in PostgreSQL where its folder is not as it should be, and after its end. */
class EmbeddedPostgresIT {
    @TempDir
    Path folder;

    @Test
    void itKeepsWhatItHadWhenItIsKilledAndStartedAgain() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            ask(postgres, "create table kept (word text)");
            ask(postgres, "insert into kept values ('here')");
            assertTrue(postgres.isRunning());
            ProcessHandle killed = ProcessHandle.of(postgres.pid()).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            assertFalse(postgres.isRunning());
            startAgain(postgres);
            assertTrue(postgres.isRunning());
            assertEquals(List.of("here"), ask(postgres, "select word from kept"));
        }
    }

    @Test
    void dataThatIsNotWholeIsNotTouched() throws IOException {
        String password = made();
        Files.delete(folder.resolve("data/PG_VERSION"));
        List<String> before = everything();
        DatabaseUnavailable refused = assertThrows(DatabaseUnavailable.class, () -> EmbeddedPostgres.start(folder));
        assertTrue(refused.getMessage().contains("has no file PG_VERSION"), refused.getMessage());
        assertEquals(password, Files.readString(folder.resolve("password")));
        assertEquals(before, everything());
    }

    @Test
    void aLinkThatLeadsNowhereIsNotTakenForNothing() throws IOException {
        made();
        Files.move(folder.resolve("data"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("data"), folder.resolve("not-mounted"));
        assertThrows(DatabaseUnavailable.class, () -> EmbeddedPostgres.start(folder));
        assertFalse(Files.exists(folder.resolve("not-mounted")));
    }

    @Test
    void thePasswordOfDataThatWasMovedAwayStays() throws IOException {
        String password = made();
        Files.move(folder.resolve("data"), folder.resolve("elsewhere"));
        EmbeddedPostgres.start(folder).close();
        assertEquals(password, Files.readString(folder.resolve("password")));
    }

    @Test
    void aNewerSchemaIsRefusedByTheVersionThatMadeIt() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.url());
            source.setUser(postgres.user());
            source.setPassword(postgres.password());
            Schema.bringUpToDate(source);
            Schema.bringUpToDate(source);
            ask(
                    postgres,
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                            + " execution_time, success) values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql',"
                            + " 'tutti', 1, true)");
            ask(postgres, "comment on table flyway_schema_history is 'Last changed by Tutti 9.9.9'");
            DatabaseUnavailable refused = assertThrows(DatabaseUnavailable.class, () -> Schema.bringUpToDate(source));
            assertTrue(refused.getMessage().contains("a newer Tutti (9.9.9)"), refused.getMessage());
        }
    }

    /** Its last processes may end a moment after it. */
    private static void startAgain(EmbeddedPostgres postgres) throws InterruptedException {
        for (int tries = 0; !postgres.isRunning(); tries++) {
            try {
                postgres.startAgain();
            } catch (DatabaseUnavailable notYet) {
                if (tries == 50) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private String made() throws IOException {
        EmbeddedPostgres.start(folder).close();
        return Files.readString(folder.resolve("password"));
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    private static List<String> ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            List<String> answers = new java.util.ArrayList<>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }
}
