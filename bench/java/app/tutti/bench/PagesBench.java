package app.tutti.bench;

import app.tutti.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long pages and searches take with 100,000 tracks in the database, one after the other as one person asks for them.
 * The library is written by SQL; there are no files behind it.
 */
final class PagesBench {
    private static final Path SQL = Path.of("src/test/resources/catalog");
    private static final int WARM_UP = Integer.getInteger("bench.warm", 60);

    private static final List<String> PAGES = List.of(
            "/",
            "/artists",
            "/artists?page=40",
            "/artists?letter=l",
            "/artists/1000001",
            "/artists/1000001/tracks",
            "/artists/1000900",
            "/releases",
            "/releases?page=80",
            "/releases?sort=title&page=160",
            "/releases?sort=year",
            "/releases?sort=added&page=80",
            "/releases?genre=1000001&page=10",
            "/releases?year=1990s&format=FLAC",
            "/releases?with=1000001",
            "/releases/1004000",
            "/tracks",
            "/tracks?page=1000",
            "/tracks?page=2000",
            "/tracks?sort=added&page=1000",
            "/genres",
            "/genres/1000001");

    /** As people type: prefixes, several words, the commonest beginnings, and mistakes. */
    private static final List<String> SEARCHES = List.of(
            "l",
            "lu",
            "lut",
            "luta",
            "lutana",
            "lutana s",
            "lutana ston",
            "stonchave luta",
            "the",
            "the lutana",
            "LUTÂNA",
            "lutanna",
            "lutnaa",
            "stonhcave",
            "stonchave lutanna",
            "rock",
            "denk",
            "qqzxv",
            "a",
            "ve na");

    private final Server server;
    private final int rounds;

    private PagesBench(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("tutti-bench-db");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
            Map<String, String> settings = Map.of(
                    "TUTTI_ACCESS", "open",
                    "TUTTI_DB_URL", database.url(),
                    "TUTTI_DB_USER", database.user(),
                    "TUTTI_DB_PASSWORD", database.password());
            try (Server server = Server.start(SfuBench.serverOptions(), settings)) {
                fill(database);
                new PagesBench(server, rounds).run();
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void fill(EmbeddedPostgres database) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SQL.resolve("sample.sql")));
            statement.execute(Files.readString(SQL.resolve("counts.sql")));
            statement.execute("vacuum analyze");
        }
    }

    private void run() throws IOException, InterruptedException {
        List<String> searches = SEARCHES.stream()
                .map(words -> "/search?glance=1&q="
                        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
        try (WebReader reader = new WebReader(server)) {
            for (int round = 0; round < WARM_UP; round++) {
                for (String page : PAGES) {
                    reader.read(page);
                }
                for (String search : searches) {
                    reader.read(search);
                }
            }
            System.out.println("Load of the machine: "
                    + Files.readString(Path.of("/proc/loadavg")).strip());
            System.out.println("| page | p50 ms | p99 ms | server CPU ms |");
            System.out.println("|---|---|---|---|");
            for (String page : PAGES) {
                System.out.println(row(page, List.of(page), reader));
            }
            System.out.println(row("a glance at what is typed", searches, reader));
            System.out.println(row(
                    "the page of a search",
                    searches.stream()
                            .map(search -> search.replace("glance=1&", ""))
                            .toList(),
                    reader));
            System.out.printf(Locale.ROOT, "%nHeap after a collection: %,d MB of 512.%n", server.liveBytes() >> 20);
        }
    }

    private String row(String name, List<String> pages, WebReader reader) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        long before = server.cpuNanos();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            reader.read(pages.get(round % pages.size()));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        double cpu = (server.cpuNanos() - before) / 1e6 / rounds;
        millis.sort(Comparator.naturalOrder());
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |",
                name,
                millis.get(rounds / 2),
                millis.get(Math.min(rounds - 1, rounds * 99 / 100)),
                cpu);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
