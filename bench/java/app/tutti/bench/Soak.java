package app.tutti.bench;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a party go on for long, with listeners coming and going in every way there is, and prints what it holds. */
final class Soak {
    private static final int LISTENERS = Integer.getInteger("bench.listeners", 500);
    private static final int CHANGES_A_SECOND = 5;
    private static final int FREED_WITHIN_SECONDS = 35;

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        try (Server server = Server.start(SfuBench.serverOptions());
                Audience audience = new Audience(server)) {
            audience.warmUp();
            Queue<Audience.Guest> guests = new ConcurrentLinkedQueue<>();
            audience.paced(LISTENERS, 50, () -> guests.add(audience.join(audience.hearing)));
            audience.hearing.window(audience.publisher.count() + 2, Long.MAX_VALUE);
            System.out.println("| minute | listeners | RSS MiB | heap MiB | threads | descriptors | gaps | failed |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            System.out.println(row(0, server, audience));
            for (int minute = 1; minute <= minutes; minute++) {
                change(audience, guests);
                System.out.println(row(minute, server, audience));
            }
            guests.forEach(audience::vanish);
            TimeUnit.SECONDS.sleep(FREED_WITHIN_SECONDS);
            System.out.println("All gone for " + FREED_WITHIN_SECONDS + " s:");
            System.out.println(row(minutes + 1, server, audience));
        }
        System.exit(0);
    }

    /** For a minute. */
    private static void change(Audience audience, Queue<Audience.Guest> guests) throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        audience.paced(60 * CHANGES_A_SECOND, CHANGES_A_SECOND, () -> {
            Audience.Guest leaving = guests.poll();
            switch (turn.getAndIncrement() % 3) {
                case 0 -> audience.leave(leaving);
                case 1 -> audience.delete(leaving);
                default -> audience.vanish(leaving);
            }
            guests.add(audience.join(audience.hearing));
        });
    }

    private static String row(int minute, Server server, Audience audience) throws Exception {
        long live = server.liveBytes();
        Server.Holdings holdings = server.holdings();
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %d | %d | %d | %d |",
                minute,
                audience.listenersTold(),
                holdings.residentKilobytes() / 1024,
                live / 1048576.0,
                holdings.threads(),
                holdings.descriptors(),
                audience.hearing.gaps,
                audience.failed.get());
    }
}
