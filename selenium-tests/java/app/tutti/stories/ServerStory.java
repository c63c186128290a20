package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whoever runs Tutti: starts, stops and mishaps of the packaged jar. */
class ServerStory {
    @Test
    void theLogSaysWhereTheMediaPortIs() {
        try (TuttiServer server = TuttiServer.started()) {
            assertTrue(
                    server.log().contains("[sfu] Started [port:" + server.setting("TUTTI_RTC_PORT") + ", announced:"),
                    server.log());
        }
    }

    @Test
    void afterAKillTheSecondStartFindsEverythingAgain() {
        try (TuttiServer server = TuttiServer.started()) {
            String page = server.pageOf("Two Rooms");
            server.kill();

            try (StartWatch watch = new StartWatch(server)) {
                server.start();
                assertEquals(Set.of("503 2 Tutti is starting"), watch.refusals(), "while it started");
            }
            assertEquals(page, server.pageOf("Two Rooms"));
        }
    }

    @Test
    void stoppingStopsTheDatabaseToo() {
        try (TuttiServer server = TuttiServer.started()) {
            var running = server.dataFolder().resolve("postgres/data/postmaster.pid");
            assertTrue(Files.exists(running), "the database must run first");
            server.stop();
            assertFalse(Files.exists(running));
        }
    }

    @Test
    void aStartThatFailsLateSaysWhyAndLeavesNoDatabaseBehind() throws Exception {
        try (TuttiServer server = TuttiServer.started()) {
            Path postgres = server.dataFolder().resolve("postgres");
            spoilTheSchema(postgres);
            server.stop();

            String said = server.refusal();
            assertTrue(said.contains("Tutti did not start. The database cannot be brought up to date"), said);
            PackagedWar.await("the database has stopped", () -> !Files.exists(postgres.resolve("data/postmaster.pid")));
        }
    }

    @Test
    void whoGivesUpOnAStartLeavesNoDatabaseBehind() throws Exception {
        try (TuttiServer server = TuttiServer.notStarted()) {
            CompletableFuture<Throwable> failed = new CompletableFuture<>();
            Thread impatient = Thread.ofPlatform().start(() -> {
                try {
                    server.start();
                    failed.complete(null);
                } catch (IllegalStateException gaveUp) {
                    failed.complete(gaveUp);
                }
            });
            Path lock = server.dataFolder().resolve("postgres/data/postmaster.pid");
            while (!Files.exists(lock)) {
                assertFalse(failed.isDone(), "the database must run first");
                LockSupport.parkNanos(10_000_000);
            }
            ProcessHandle database = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                    .orElseThrow();
            impatient.interrupt();
            assertNotNull(failed.get(), "it must have been given up");
            assertFalse(database.isAlive());
        }
    }

    private static void spoilTheSchema(Path postgres) throws Exception {
        String port =
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
        String password = Files.readString(postgres.resolve("password"));
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "tutti", password);
                var statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set checksum = 1 where version = '1'");
        }
    }

    @Test
    void aWrongValueStopsTheStartWithOneSentenceThatNamesIt() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_PARTY_BITRATE", "loud")) {
            String said = server.refusal();
            assertEquals(
                    "Tutti did not start. TUTTI_PARTY_BITRATE is \"loud\", but it must be kbit/s from 64 to 256.",
                    said.strip());
            assertEquals(1, server.exitCode());
        }
    }

    @Test
    void aPortInUseStopsTheStartWithOneSentenceThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                TuttiServer server =
                        TuttiServer.notStarted().with("TUTTI_PORT", String.valueOf(taken.getLocalPort()))) {
            assertOneSentence(server.refusal(), "TUTTI_PORT is " + taken.getLocalPort());
        }
        try (DatagramSocket taken = new DatagramSocket(0);
                TuttiServer server =
                        TuttiServer.notStarted().with("TUTTI_RTC_PORT", String.valueOf(taken.getLocalPort()))) {
            String start = "TUTTI_RTC_PORT is %d, but that UDP port is in use";
            assertOneSentence(server.refusal(), start.formatted(taken.getLocalPort()));
        }
        try (ServerSocket taken = new ServerSocket(0);
                TuttiServer server =
                        TuttiServer.notStarted().with("TUTTI_RTC_PORT", String.valueOf(taken.getLocalPort()))) {
            String start = "TUTTI_RTC_PORT is %d, but that TCP port is in use";
            assertOneSentence(server.refusal(), start.formatted(taken.getLocalPort()));
        }
    }

    @Test
    void onePortForPagesAndSoundStopsTheStartWithOneSentence() {
        try (TuttiServer server = TuttiServer.notStarted()) {
            String port = server.setting("TUTTI_PORT");
            server.with("TUTTI_RTC_PORT", port);
            assertOneSentence(server.refusal(), "TUTTI_RTC_PORT and TUTTI_PORT are both " + port);
        }
    }

    @Test
    void anAnnouncedNameWithoutAddressStopsTheStartWithOneSentence() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_RTC_ANNOUNCED", "tutti.invalid")) {
            assertOneSentence(server.refusal(), "TUTTI_RTC_ANNOUNCED names \"tutti.invalid\"");
        }
    }

    private static void assertOneSentence(String said, String start) {
        assertTrue(said.startsWith("Tutti did not start. " + start), said);
        assertEquals(1, said.strip().lines().count(), said);
    }
}
