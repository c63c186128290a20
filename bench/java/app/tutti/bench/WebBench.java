package app.tutti.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a page costs the server's cores, asked for with a session and without, at a household's server where both get the
 * same page. The two take turns, so that what else the machine does falls on both.
 */
final class WebBench {
    private static final int WARM_UP = Integer.getInteger("bench.warm", 1500);
    private static final int PAGES_A_ROUND = Integer.getInteger("bench.pages", 60);
    private static final int SIGN_INS = 21;

    private final Server server;
    private final int rounds;

    private WebBench(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 41 : Integer.parseInt(arguments[0]);
        try (Server server = Server.start(SfuBench.serverOptions(), Map.of("TUTTI_ACCESS", "open"))) {
            new WebBench(server, rounds).run();
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        try (WebReader stranger = new WebReader(server);
                WebReader another = new WebReader(server);
                WebReader member = new WebReader(server)) {
            member.setUp();
            String release = stranger.awaitRelease();
            List<String> pages =
                    List.of("/", "/releases", "/artists", release, "/party/f537e268-ed8f-475e-8f13-869f93f0d9f2");
            warmUp(pages, stranger, another, member);
            System.out.println("| page | CPU ms without a session | with one | more, % | quartiles |");
            System.out.println("|---|---|---|---|---|");
            System.out.println(row("/releases, both without", "/releases", stranger, another));
            for (String page : pages) {
                System.out.println(row(page.replaceAll("[0-9a-f-]{36}|\\d+", "…"), page, stranger, member));
            }
            signIns(member);
        }
    }

    private static void warmUp(List<String> pages, WebReader... readers) throws IOException, InterruptedException {
        for (int turn = 0; turn < WARM_UP; turn++) {
            for (WebReader reader : readers) {
                reader.read(pages.get(turn % pages.size()));
            }
        }
    }

    private String row(String name, String page, WebReader without, WebReader with)
            throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Each goes first in half of the rounds.
            boolean swapped = round % 2 == 1;
            double early = millis(page, swapped ? with : without);
            double late = millis(page, swapped ? without : with);
            first.add(swapped ? late : early);
            second.add(swapped ? early : late);
            more.add(100 * (second.getLast() / first.getLast() - 1));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %+.1f | %+.1f to %+.1f |",
                name,
                quantile(first, 0.5),
                quantile(second, 0.5),
                quantile(more, 0.5),
                quantile(more, 0.25),
                quantile(more, 0.75));
    }

    /** CPU of the server for a page. */
    private double millis(String page, WebReader reader) throws IOException, InterruptedException {
        long before = server.cpuNanos();
        for (int count = 0; count < PAGES_A_ROUND; count++) {
            reader.read(page);
        }
        return (server.cpuNanos() - before) / 1e6 / PAGES_A_ROUND;
    }

    private void signIns(WebReader member) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int count = 0; count < SIGN_INS; count++) {
            long before = server.cpuNanos();
            member.signIn();
            millis.add((server.cpuNanos() - before) / 1e6);
        }
        // The first ones are compiled still.
        List<Double> warm = millis.subList(SIGN_INS / 2, SIGN_INS);
        System.out.printf(
                Locale.ROOT,
                "%nA sign-in: %.0f ms of CPU, from %.0f to %.0f.%n",
                quantile(warm, 0.5),
                quantile(warm, 0),
                quantile(warm, 1));
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
