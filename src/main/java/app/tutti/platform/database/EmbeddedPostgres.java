package app.tutti.platform.database;

import app.tutti.platform.config.StartedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL server of our own, on 127.0.0.1 only, with durable settings and a generated password. One process
 * at a time may own a folder; whoever starts one there sees to that.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "tutti";
    private static final int START_SECONDS = 60;
    private static final int LONGEST_REASON = 64 * 1024;

    /** A folder of a whole database has this file. */
    private static final String MARK = "PG_VERSION";

    /** The server's own, for as long as it runs. */
    private static final String LOCK = "postmaster.pid";

    private final Path home;
    private final Path data;
    private final Path passwordFile;
    private int port;
    private volatile long pid;

    private EmbeddedPostgres(Path folder) throws IOException {
        home = PostgresBinaries.unpackInto(folder);
        data = folder.resolve("data");
        passwordFile = folder.resolve("password");
    }

    /** Starts the server whose programs and data are in {@code folder}, making both when they are missing. */
    public static EmbeddedPostgres start(Path folder) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder);
            postgres.initialise();
            postgres.stopOrphan();
            postgres.launch();
            return postgres;
        } catch (IOException failed) {
            throw didNotStart(folder, failed);
        }
    }

    /** After its end, at another port: the old one may be somebody else's by now. */
    public void startAgain() {
        try {
            clearAway();
            launch();
        } catch (IOException failed) {
            throw didNotStart(data.getParent(), failed);
        }
    }

    public boolean isRunning() {
        return LinuxProcess.isAlive(pid);
    }

    private static DatabaseUnavailable didNotStart(Path folder, IOException failed) {
        return new DatabaseUnavailable(
                "The built-in database in %s did not start: %s.".formatted(folder, failed.getMessage()), failed);
    }

    /**
     * Where nobody collects ended processes, as in a container, a killed server looks to its successor as if it ran. Its
     * lock is taken away once really nobody uses the data.
     */
    private void clearAway() throws IOException {
        if (ProcessHandle.of(pid).isPresent() && Files.exists(data.resolve(LOCK)) && pid() == pid) {
            if (LinuxProcess.anyIn(data)) {
                throw new IOException("what is left of it has not ended yet");
            }
            Files.delete(data.resolve(LOCK));
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        try {
            return Files.readString(passwordFile);
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("The built-in database's password cannot be read.", unreadable);
        }
    }

    /** The server's process id, which it writes into the first line of its lock file. */
    long pid() throws IOException {
        try (var lines = Files.lines(data.resolve(LOCK))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    @Override
    public void close() {
        try {
            // It may have been killed.
            if (hasServer()) {
                pgCtl("-m", "fast", "-w", "stop");
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailable("The built-in database did not stop: " + failed.getMessage(), failed);
        }
    }

    private void initialise() throws IOException {
        if (Files.exists(data.resolve(MARK))) {
            return;
        }
        if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    ("%s has no file %s, so it is not a whole database, and nothing in it has been touched;"
                                    + " bring back a copy of it, or move it away to begin anew")
                            .formatted(data, MARK));
        }
        deleteHalfMade();
        choosePassword();
        Path unfinished = data.resolveSibling("data-unfinished");
        run(
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.move(unfinished, data);
    }

    /** That of data which has been moved away, if there is one: it may come back. */
    private void choosePassword() throws IOException {
        if (Files.exists(passwordFile)) {
            return;
        }
        Files.writeString(passwordFile, HexFormat.of().formatHex(new SecureRandom().generateSeed(24)));
        if (Files.getFileStore(passwordFile).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void deleteHalfMade() throws IOException {
        Path unfinished = data.resolveSibling("data-unfinished");
        if (Files.exists(unfinished)) {
            try (var paths = Files.walk(unfinished)) {
                for (Path path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** After a {@code kill -9} of ours the server lives on; it is stopped, so that it starts with today's settings. */
    private void stopOrphan() throws IOException {
        if (Files.exists(data.resolve(LOCK)) && hasServer()) {
            pgCtl("-m", "fast", "-w", "stop");
        }
    }

    private void launch() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path log = data.resolveSibling("postgres.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        try {
            pgCtl(
                    "-w",
                    "-t",
                    String.valueOf(START_SECONDS),
                    "-l",
                    log.toString(),
                    "-o",
                    "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(port),
                    "start");
        } catch (IOException refused) {
            throw new IOException(reason(log, before).orElse(refused.getMessage()), refused);
        }
        pid = pid();
        StartedDatabase.remember(pid);
    }

    /** What the server itself has said since; {@code pg_ctl} only says where to look. */
    private static Optional<String> reason(Path log, long since) {
        try (FileChannel file = FileChannel.open(log)) {
            file.position(since);
            String said = new String(Channels.newInputStream(file).readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
            return said.lines()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(line.contains("FATAL:") ? "FATAL:" : "PANIC:")));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean hasServer() throws IOException {
        Path output = Files.createTempFile("tutti", "pg");
        try {
            return exitCode(command("pg_ctl", "-D", data.toString(), "status"), output) == 0;
        } finally {
            Files.delete(output);
        }
    }

    private void pgCtl(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-D", data.toString()));
        all.addAll(List.of(arguments));
        run("pg_ctl", all.toArray(String[]::new));
    }

    private void run(String program, String... arguments) throws IOException {
        Path output = Files.createTempFile("tutti", "pg");
        try {
            if (exitCode(command(program, arguments), output) != 0) {
                throw new IOException(
                        program + " said: " + Files.readString(output).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            // PostgreSQL refuses root; in a user namespace of its own the same files belong to somebody else.
            command.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private int exitCode(List<String> command, Path output) throws IOException {
        // To a file, not a pipe: the server inherits it and would hold a pipe open for as long as it lives.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " took longer than 90 seconds");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
