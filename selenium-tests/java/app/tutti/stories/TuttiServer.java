package app.tutti.stories;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar as a process of its own, on free ports, with a data folder of its own. */
public final class TuttiServer implements AutoCloseable {
    private static final Pattern RELEASE = Pattern.compile("href=\"(/releases/\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SET_UP_CODE = Pattern.compile("asks for this code: (\\S+)");
    private static final Pattern OPENING = Pattern.compile("(?:Tutti is ready|another address): (http\\S+)");
    private static final int START_SECONDS = 240;
    private static final Map<Integer, TuttiServer> HERE = new ConcurrentHashMap<>();

    private final Path dataFolder;
    private final Map<String, String> settings = new HashMap<>();
    private final StringBuffer output = new StringBuffer();
    private Process process;

    private TuttiServer() {
        try {
            dataFolder = Files.createTempDirectory("tutti-story");
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        settings.put("TUTTI_DATA_DIR", dataFolder.toString());
        settings.put("TUTTI_PORT", String.valueOf(freeTcpPort()));
        settings.put("TUTTI_RTC_PORT", String.valueOf(freeMediaPort()));
        // Everything stays on this machine.
        settings.put("TUTTI_BIND", "127.0.0.1");
        settings.put("TUTTI_URL", url(""));
        settings.put("TUTTI_RTC_ANNOUNCED", "127.0.0.1");
        MachineKey.isKept(port(), dataFolder);
        HERE.put(port(), this);
    }

    /** The one that was made with this port. */
    public static Optional<TuttiServer> at(int port) {
        return Optional.ofNullable(HERE.get(port));
    }

    private int port() {
        return Integer.parseInt(settings.get("TUTTI_PORT"));
    }

    public static TuttiServer notStarted() {
        return new TuttiServer();
    }

    /** Up and answering, with the demo music in it. */
    public static TuttiServer started() {
        TuttiServer server = new TuttiServer();
        try {
            server.start();
            return server;
        } catch (IllegalStateException failed) {
            // Nobody else has it, to close it.
            server.close();
            throw failed;
        }
    }

    public TuttiServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public String setting(String name) {
        return settings.get(name);
    }

    public void start() {
        CompletableFuture<Boolean> ready = launch();
        try {
            if (!ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                giveUp();
                throw new IllegalStateException("Tutti did not start:\n" + output);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            giveUp();
            throw new IllegalStateException("Tutti did not start:\n" + output, failed);
        }
    }

    /** Starts with settings that must not work; what it says until it has ended. */
    public String refusal() {
        launch();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                giveUp();
                throw new IllegalStateException("Tutti did not end:\n" + output);
            }
            return output.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public int exitCode() {
        return process.exitValue();
    }

    public String log() {
        return output.toString();
    }

    /** What the set-up page asks for since the last start. */
    public String setUpCode() {
        return last(SET_UP_CODE);
    }

    /** What a browser on this machine opens to be let in, as the server has shown it last. */
    public String openingAddress() {
        return last(OPENING);
    }

    private String last(Pattern pattern) {
        return pattern.matcher(output)
                .results()
                .map(found -> found.group(1))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new IllegalStateException("not told: " + pattern + "\n" + output));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + settings.get("TUTTI_PORT") + path;
    }

    /** The page of the release that has a track of this title, once the scan has found it. */
    public String pageOf(String track) {
        for (int tries = 0; tries < 300; tries++) {
            Optional<String> page = RELEASE.matcher(get("/releases"))
                    .results()
                    .map(link -> link.group(1))
                    .filter(path -> get(path).contains(">" + track + "<"))
                    .findFirst();
            if (page.isPresent()) {
                return page.get();
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException(track + " is not in the catalogue:\n" + output);
    }

    public String get(String path) {
        try (HttpClient client = client()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** By which whoever runs this server is known, once it has started. */
    public MachineKey key() {
        return MachineKey.of(URI.create(url("/"))).orElseThrow();
    }

    /** One that whoever runs this server has. */
    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(MachineKey.cookies(URI.create(url("/"))))
                .build();
    }

    /** JSON, as a page's script sends it: with the token that the page has in its forms. */
    public void put(String path, String json) {
        try (HttpClient client = client()) {
            String page = client.send(
                            HttpRequest.newBuilder(URI.create(url("/playlists")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = TOKEN.matcher(page);
            if (!token.find()) {
                throw new IllegalStateException("no form: " + page);
            }
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(url(path)))
                                    .header("Content-Type", "application/json")
                                    .header("X-CSRF-Token", token.group(1))
                                    .PUT(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 204) {
                throw new IllegalStateException(path + " answers " + status);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The household has one queue, which the browser of the test before has left somewhere in the middle of a track. */
    public void queueNothing() {
        put("/api/queue", """
                {"tracks":[],"index":0,"position":0,"shuffle":false,"repeat":"off"}""");
    }

    /** Of its own database: the first column of each row. */
    public List<String> ask(String sql) {
        Path postgres = dataFolder.resolve("postgres");
        try {
            String port =
                    Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
            String password = Files.readString(postgres.resolve("password"));
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "tutti", password);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                List<String> answers = new ArrayList<>();
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
                return answers;
            }
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Path dataFolder() {
        return dataFolder;
    }

    /** As Ctrl-C does. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        try {
            if (process != null && process.isAlive()) {
                stop();
            }
        } finally {
            stopOrphan();
        }
        deleteData();
    }

    /** Leaves nothing running: neither Tutti nor its database, which a kill alone would leave behind. */
    private void giveUp() {
        List<ProcessHandle> begun = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        // While the database is being made or started it is not yet in its lock file.
        begun.forEach(ProcessHandle::destroyForcibly);
        begun.forEach(child -> child.onExit().join());
        stopOrphan();
    }

    private void deleteData() {
        try (Stream<Path> paths = Files.walk(dataFolder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException inUse) {
            throw new IllegalStateException("something of Tutti's is left running", inUse);
        }
    }

    /** What a killed Tutti leaves running, and the next start would take over. */
    private void stopOrphan() {
        Path lock = dataFolder.resolve("postgres/data/postmaster.pid");
        try {
            if (Files.exists(lock)) {
                ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(lock).getFirst().strip()))
                        .ifPresent(orphan -> {
                            orphan.destroy();
                            orphan.onExit().join();
                        });
            }
        } catch (IOException goneMeanwhile) {
            // then it has stopped by itself
        }
    }

    private CompletableFuture<Boolean> launch() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        // The first compiler alone: a server that runs for a minute starts with half the work.
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("tutti.jar"))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TUTTI_"));
        builder.environment().putAll(settings);
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
        Thread.ofVirtual().start(() -> read(process, ready));
        return ready;
    }

    private void read(Process started, CompletableFuture<Boolean> ready) {
        try (var lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith("Tutti is ready: ")) {
                    ready.complete(true);
                }
            }
        } catch (IOException ended) {
            output.append(ended).append('\n');
        } finally {
            ready.complete(false);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("Tutti did not stop:\n" + output);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static int freeTcpPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Free by UDP and by TCP. */
    static int freeMediaPort() {
        while (true) {
            int port = freeTcpPort();
            try (DatagramSocket socket = new DatagramSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another, then
            }
        }
    }
}
