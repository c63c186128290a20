package app.tutti.bench;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How fast the packaged server sends a track, and nginx beside it: in turns, the same file, asked for alike. */
final class StreamBench {
    private static final int SECONDS = Integer.getInteger("bench.seconds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm", 3000);
    private static final int[] CONNECTIONS = {1, 4, 16};
    private static final int MUSIC_SECONDS = 300;
    private static final Pattern TRACK = Pattern.compile("data-track=\"(\\d+)\"");

    /** As Debian's own, with what a temporary folder needs. */
    private static final String NGINX = """
            daemon off;
            worker_processes auto;
            pid %1$s/pid;
            error_log %1$s/error.log;
            events { worker_connections 768; }
            http {
                sendfile on;
                tcp_nopush on;
                types_hash_max_size 2048;
                access_log off;
                types { audio/wav wav; }
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d; root %3$s; }
            }
            %4$s
            """;

    /** Asks for something once; gives back how many bytes came. */
    private interface Asked {
        long of(Download connection) throws IOException;
    }

    private final URI tutti;
    private final URI nginx;
    private final int rounds;

    private StreamBench(URI tutti, URI nginx, int rounds) {
        this.tutti = tutti;
        this.nginx = nginx;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path place = Files.createTempDirectory("tutti-bench-stream");
        Path music = Files.createDirectory(place.resolve("music"));
        // nginx's workers are other people.
        place.toFile().setExecutable(true, false);
        place.toFile().setReadable(true, false);
        Path file = music.resolve("tone.wav");
        run(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=" + MUSIC_SECONDS,
                "-ac",
                "2",
                file.toString());
        int port = Server.freePort();
        Path config = Files.writeString(
                place.resolve("nginx.conf"),
                NGINX.formatted(
                        place, port, music, System.getProperty("user.name").equals("root") ? "user root;" : ""));
        Process nginx =
                new ProcessBuilder("nginx", "-c", config.toString()).inheritIO().start();
        try (Server server = Server.start(
                SfuBench.serverOptions(), Map.of("TUTTI_MUSIC_DIR", music.toString(), "TUTTI_ACCESS", "open"))) {
            URI track = server.uri("http").resolve("/api/tracks/" + track(server) + "/audio");
            new StreamBench(track, URI.create("http://127.0.0.1:" + port + "/tone.wav"), rounds).run(Files.size(file));
        } finally {
            nginx.destroy();
            nginx.waitFor();
            remove(place);
        }
        System.exit(0);
    }

    private void run(long size) throws Exception {
        // Java compiles what is asked often.
        try (Download connection = new Download(tutti)) {
            for (int request = 0; request < WARM_UP; request++) {
                connection.part(request, 100_000);
            }
        }
        measure(4, Download::whole, tutti);
        System.out.printf(Locale.ROOT, "%n%d MB, %d rounds of %d s each%n%n", size >> 20, rounds, SECONDS);
        System.out.println("| asked for | connections | tutti MB/s | nginx MB/s | of nginx's, % | quartiles |");
        System.out.println("|---|---|---|---|---|---|");
        for (int connections : CONNECTIONS) {
            row("the whole file", connections, Download::whole);
        }
        for (int length : List.of(1 << 20, 256 << 10)) {
            for (int connections : CONNECTIONS) {
                row(
                        "%d kB somewhere".formatted(length >> 10),
                        connections,
                        connection ->
                                connection.part(ThreadLocalRandom.current().nextLong(size - length), length));
            }
        }
    }

    private void row(String name, int connections, Asked asked) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Each goes first in half of the rounds.
            boolean swapped = round % 2 == 1;
            double first = measure(connections, asked, swapped ? nginx : tutti);
            double second = measure(connections, asked, swapped ? tutti : nginx);
            ours.add(swapped ? second : first);
            theirs.add(swapped ? first : second);
            shares.add(100 * ours.getLast() / theirs.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %.0f to %.0f |%n",
                name,
                connections,
                quantile(ours, 0.5),
                quantile(theirs, 0.5),
                quantile(shares, 0.5),
                quantile(shares, 0.25),
                quantile(shares, 0.75));
    }

    /** Megabytes a second. */
    private static double measure(int connections, Asked asked, URI uri) throws Exception {
        AtomicLong bytes = new AtomicLong();
        List<IOException> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        Thread[] readers = new Thread[connections];
        for (int number = 0; number < connections; number++) {
            readers[number] = Thread.ofPlatform().start(() -> {
                try (Download connection = new Download(uri)) {
                    while (System.nanoTime() < end) {
                        bytes.addAndGet(asked.of(connection));
                    }
                } catch (IOException failed) {
                    failures.add(failed);
                }
            });
        }
        for (Thread reader : readers) {
            reader.join();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return bytes.get() / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static String track(Server server) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(server.uri("http")))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(server.uri("http").resolve("/tracks"))
                    .build();
            while (true) {
                Matcher track = TRACK.matcher(
                        client.send(request, BodyHandlers.ofString()).body());
                if (track.find()) {
                    return track.group(1);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
