package app.tutti.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How fast the packaged server reads a library, and mpd beside it: in turns, on the same files, with a warm cache. */
final class CatalogueBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Pattern LOOKED =
            Pattern.compile("Looked at ([\\d.,]+) of .* files in ([\\d.,]+) s, .* covers in ([\\d.,]+) s");
    private static final String MPD_CONFIG = """
            music_directory "%1$s"
            db_file "%2$s/mpd.db"
            state_file "%2$s/mpd.state"
            pid_file "%2$s/mpd.pid"
            log_file "%2$s/mpd.log"
            bind_to_address "%2$s/mpd.socket"
            audio_output {
                type "null"
                name "none"
            }
            """;

    private CatalogueBench() {}

    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        for (String tool : List.of("ffmpeg", "mpd", "mpc")) {
            if (!isThere(tool)) {
                say("This needs " + tool + "; it is Debian's name for it, too.");
                System.exit(2);
            }
        }
        Path music = music(files);
        warm(music);
        Path place = Files.createTempDirectory("tutti-bench-library");
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                tutti(music, Files.createDirectory(place.resolve("tutti" + round)), files);
                mpd(music, Files.createDirectory(place.resolve("mpd" + round)), files);
            }
        } finally {
            remove(place);
        }
    }

    /** Made once, and kept for the next time: it takes minutes. */
    private static Path music(int files) throws Exception {
        Path music = Path.of("target/bench-music-" + files).toAbsolutePath();
        if (!Files.exists(music)) {
            say("Making %,d files in %s".formatted(files, music));
            Path unfinished = music.resolveSibling("bench-music-unfinished");
            if (Files.exists(unfinished)) {
                remove(unfinished);
            }
            TaggedFiles.make(Files.createDirectory(unfinished), files);
            Files.move(unfinished, music);
        }
        return music;
    }

    private static void tutti(Path music, Path data, int files) throws Exception {
        // What is asked of the machine is asked at once after the start, so the first scan is of a cold Java.
        for (String kind : List.of("first scan", "nothing changed")) {
            List<String> options =
                    Arrays.asList(System.getProperty("bench.server.options", "").split(" "));
            Path log = data.resolve("scan.log");
            try (Server server = Server.start(
                    options, Map.of("TUTTI_DATA_DIR", data.toString(), "TUTTI_MUSIC_DIR", music.toString()), log)) {
                Matcher looked = await(log);
                double seconds = Double.parseDouble(looked.group(2));
                say("tutti %-16s %6.2f s  %,7.0f files/s  (then counts and covers: %s s, resident %,d MB)"
                        .formatted(
                                kind,
                                seconds,
                                files / seconds,
                                looked.group(3),
                                server.holdings().residentKilobytes() / 1024));
            } finally {
                awaitDatabase(data);
            }
            Files.delete(log);
        }
    }

    /** Until PostgreSQL has ended, which writes into its folder as long as it runs, even if the server had to be killed. */
    private static void awaitDatabase(Path data) throws IOException {
        Path lock = data.resolve("postgres/data/postmaster.pid");
        try {
            long database = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            ProcessHandle.of(database).ifPresent(running -> {
                running.destroy();
                running.onExit().join();
            });
        } catch (NoSuchFileException ended) {
            return;
        }
    }

    private static void mpd(Path music, Path data, int files) throws Exception {
        Path config = Files.writeString(data.resolve("mpd.conf"), MPD_CONFIG.formatted(music, data));
        Process mpd = new ProcessBuilder("mpd", "--no-daemon", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("mpd.out").toFile())
                .start();
        try {
            while (!Files.exists(data.resolve("mpd.socket"))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            for (String kind : List.of("first scan", "nothing changed")) {
                long start = System.nanoTime();
                run("mpc", "-h", data.resolve("mpd.socket").toString(), "update", "--wait");
                double seconds = (System.nanoTime() - start) / 1e9;
                say("mpd   %-16s %6.2f s  %,7.0f files/s".formatted(kind, seconds, files / seconds));
            }
        } finally {
            mpd.destroy();
            mpd.waitFor();
        }
    }

    private static Matcher await(Path log) throws Exception {
        while (true) {
            for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
                Matcher looked = LOOKED.matcher(line);
                if (looked.find()) {
                    return looked;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void warm(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllBytes(file);
            }
        }
    }

    private static boolean isThere(String tool) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + tool)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
