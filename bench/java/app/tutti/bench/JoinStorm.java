package app.tutti.bench;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Has many join at once, each for a second, while others listen; and says whether those noticed. */
final class JoinStorm {
    private static final int LISTENERS = Integer.getInteger("bench.listeners", 1000);
    private static final int JOINS_A_SECOND = Integer.getInteger("bench.joins", 500);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private JoinStorm() {}

    public static void main(String[] arguments) throws Exception {
        try (Server server = Server.start(SfuBench.serverOptions());
                Audience audience = new Audience(server)) {
            audience.warmUp();
            audience.paced(LISTENERS, 50, () -> audience.join(audience.hearing));
            TimeUnit.SECONDS.sleep(5);
            long from = audience.publisher.count() + 2;
            audience.hearing.window(from, Long.MAX_VALUE);
            Hearing guests = new Hearing(audience.publisher);
            storm(audience, guests);
            long to = audience.publisher.count();
            TimeUnit.SECONDS.sleep(3);
            // Until the end of the storm everything, after that whatever came, too.
            long after = audience.publisher.count();
            audience.hearing.window(after, after);
            TimeUnit.MILLISECONDS.sleep(100);
            System.out.println(row(audience, guests, from, to));
        }
        System.exit(0);
    }

    private static void storm(Audience audience, Hearing guests) throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        try (ScheduledExecutorService leaving = Executors.newScheduledThreadPool(4)) {
            audience.paced(JOINS_A_SECOND * SECONDS, JOINS_A_SECOND, () -> {
                Audience.Guest guest = audience.join(guests);
                boolean byHttp = turn.getAndIncrement() % 2 == 0;
                leaving.schedule(
                        () -> audience.attempt(() -> {
                            if (byHttp) {
                                audience.delete(guest);
                            } else {
                                audience.leave(guest);
                            }
                        }),
                        1,
                        TimeUnit.SECONDS);
            });
        }
    }

    private static String row(Audience audience, Hearing guests, long from, long to) {
        Hearing listeners = audience.hearing;
        return String.format(
                Locale.ROOT,
                "%d listened, %d joined of %d at %d a second: join p50 / p99 %.1f / %.1f ms, %d failed;"
                        + " listeners: %d gaps, delay p50 / p99 / p99.9 %.2f / %.2f / %.2f ms over %d packets each",
                listeners.joined,
                guests.joined,
                JOINS_A_SECOND * SECONDS,
                JOINS_A_SECOND,
                guests.joins.millis(0.5),
                guests.joins.millis(0.99),
                audience.failed.get(),
                listeners.gaps,
                listeners.delays.millis(0.5),
                listeners.delays.millis(0.99),
                listeners.delays.millis(0.999),
                to - from);
    }
}
