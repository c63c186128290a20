package app.tutti.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Joins so many listeners, lets them listen, and prints a row of what that took; for each number in its arguments. */
final class SfuBench {
    private static final int JOINS_A_SECOND = Integer.getInteger("bench.joins", 50);
    private static final int STEADY_SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int SETTLE_SECONDS = Integer.getInteger("bench.settle", 10);

    private SfuBench() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "| listeners | joined | join p50 / p99 ms | CPU µs a packet | % of a core a listener | RSS MiB"
                        + " | heap KiB a listener | delay p50 / p99 / p99.9 ms | lost | gaps | bytes allocated a packet"
                        + " | GC pauses (ms) |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String listeners : arguments) {
            System.out.println(row(Integer.parseInt(listeners)));
        }
        System.exit(0);
    }

    static List<String> serverOptions() {
        return Stream.of(System.getProperty("bench.server.options", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static String row(int listeners) throws Exception {
        try (Server server = Server.start(serverOptions());
                Audience audience = new Audience(server)) {
            audience.warmUp();
            TimeUnit.SECONDS.sleep(1);
            long live = server.liveBytes();
            audience.paced(listeners, JOINS_A_SECOND, () -> audience.join(audience.hearing));
            long perListener = (server.liveBytes() - live) / listeners;
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            return measure(server, audience, listeners, perListener);
        }
    }

    private static String measure(Server server, Audience audience, int listeners, long perListener) throws Exception {
        Hearing hearing = audience.hearing;
        int joined = hearing.joined;
        long from = audience.publisher.count() + 2;
        long to = from + STEADY_SECONDS * 50L;
        hearing.window(from, to);
        Server.Usage before = server.usage();
        TimeUnit.SECONDS.sleep(STEADY_SECONDS);
        Server.Usage used = server.usage().since(before);
        TimeUnit.SECONDS.sleep(2);
        double packets = (double) (to - from) * joined;
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.1f / %.1f | %.2f | %.4f | %d | %.1f | %.2f / %.2f / %.2f | %.0f%s | %d | %.1f | %d (%d) |",
                listeners,
                joined,
                hearing.joins.millis(0.5),
                hearing.joins.millis(0.99),
                used.cpuSeconds() * 1e6 / packets,
                100 * used.cpuSeconds() / STEADY_SECONDS / joined,
                server.holdings().residentKilobytes() / 1024,
                perListener / 1024.0,
                hearing.delays.millis(0.5),
                hearing.delays.millis(0.99),
                hearing.delays.millis(0.999),
                packets - hearing.heard,
                hearing.wrong == 0 ? "" : " (" + hearing.wrong + " wrong)",
                hearing.gaps,
                used.allocated() / packets,
                used.pauses(),
                used.pauseMillis());
    }
}
