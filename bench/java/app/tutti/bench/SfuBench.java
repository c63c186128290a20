package app.tutti.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Joins so many listeners, lets them listen, and prints a row of what that took; for each number in its arguments. */
final class SfuBench {
    private static final int JOINS_A_SECOND = Integer.getInteger("bench.joins", 50);
    private static final int STEADY_SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int SETTLE_SECONDS = 5;

    /** Datagrams of garbage a second while they listen. */
    private static final int FLOOD = Integer.getInteger("bench.flood", 0);

    /** Java compiles what it does often, on both sides; joins are measured when it has. */
    private static final int WARM_UP_JOINS = 200;

    private final int wanted;
    private final Relay relay;
    private final DtlsClient dtls = new DtlsClient();
    private final String fingerprint = dtls.fingerprint();
    private final Publisher publisher = new Publisher();
    private final Crowd crowd;
    private final AtomicInteger failed = new AtomicInteger();

    private SfuBench(int wanted, Relay relay) throws Exception {
        this.wanted = wanted;
        this.relay = relay;
        crowd = new Crowd(new InetSocketAddress("127.0.0.1", relay.mediaPort()), publisher);
    }

    public static void main(String[] arguments) throws Exception {
        String options = System.getProperty("bench.relay.options", "");
        List<String> relayOptions = Stream.of(options.split(" "))
                .filter(option -> !option.isBlank())
                .toList();
        System.out.println(
                "| listeners | joined | join p50 / p99 ms | CPU µs a packet | % of a core a listener | RSS MiB"
                        + " | delay p50 / p99 / p99.9 ms | lost | gaps | bytes allocated a packet | GC pauses (ms) |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (String listeners : arguments) {
            try (Relay relay = Relay.start(relayOptions)) {
                System.out.println(new SfuBench(Integer.parseInt(listeners), relay).run());
            }
        }
        System.exit(0);
    }

    private String run() throws Exception {
        try (crowd;
                publisher) {
            BenchPeer host = crowd.peer();
            host.connect(relay.signalling().publish(BenchPeer.offer("sendonly", fingerprint)), dtls);
            crowd.connected();
            publisher.start(host);
            warmUp();
            join();
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            return FLOOD > 0 ? measureFlooded() : measure();
        }
    }

    private void warmUp() throws InterruptedException {
        paced(WARM_UP_JOINS, () -> {
            BenchPeer peer = connect();
            peer.leave();
            crowd.forget(peer);
        });
    }

    private void join() throws InterruptedException {
        paced(wanted, () -> {
            long offered = Publisher.realNanos();
            crowd.listen(connect(), offered);
        });
    }

    private BenchPeer connect() throws IOException {
        BenchPeer peer = crowd.peer();
        try {
            peer.connect(relay.signalling().listen(BenchPeer.offer("recvonly", fingerprint)), dtls);
        } finally {
            crowd.connected();
        }
        return peer;
    }

    /** Begins so many joins a second, whether or not those before are complete. */
    private void paced(int joins, Joining joining) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            long due = System.nanoTime();
            for (int i = 0; i < joins; i++, due += 1_000_000_000L / JOINS_A_SECOND) {
                long wait;
                while ((wait = due - System.nanoTime()) > 0) {
                    LockSupport.parkNanos(wait);
                }
                threads.execute(() -> attempt(joining));
            }
        }
    }

    private void attempt(Joining joining) {
        try {
            joining.call();
        } catch (IOException | RuntimeException e) {
            if (failed.getAndIncrement() == 0) {
                e.printStackTrace();
            }
        }
    }

    private interface Joining {
        void call() throws IOException;
    }

    private String measureFlooded() throws Exception {
        try (Flood flood = new Flood(new InetSocketAddress("127.0.0.1", relay.mediaPort()), FLOOD)) {
            flood.start();
            long began = System.nanoTime();
            String row = measure();
            return row
                    + "%n%.0f datagrams of garbage a second"
                            .formatted(flood.sent() * 1e9 / (System.nanoTime() - began));
        }
    }

    private String measure() throws Exception {
        int joined = crowd.hearing.joined;
        long from = publisher.count() + 2;
        long to = from + STEADY_SECONDS * 50L;
        crowd.hearing.window(from, to);
        Relay.Usage before = relay.usage();
        TimeUnit.SECONDS.sleep(STEADY_SECONDS);
        Relay.Usage used = relay.usage().since(before);
        long resident = relay.residentKilobytes();
        TimeUnit.SECONDS.sleep(2);
        return row(joined, (to - from) * joined, used, resident);
    }

    private String row(int joined, long expected, Relay.Usage used, long resident) {
        Delays delays = crowd.hearing.delays;
        Delays joins = crowd.hearing.joins;
        long heard = crowd.hearing.heard;
        long gaps = crowd.hearing.gaps;
        long wrong = crowd.hearing.wrong;
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.1f / %.1f | %.2f | %.4f | %d | %.2f / %.2f / %.2f | %d%s | %d | %.0f | %d (%d) |",
                wanted,
                joined,
                joins.millis(0.5),
                joins.millis(0.99),
                used.cpuSeconds() * 1e6 / used.packetsSent(),
                100 * used.cpuSeconds() / STEADY_SECONDS / joined,
                resident / 1024,
                delays.millis(0.5),
                delays.millis(0.99),
                delays.millis(0.999),
                expected - heard,
                wrong == 0 ? "" : " (" + wrong + " wrong)",
                gaps,
                (double) used.allocated() / used.packetsSent(),
                used.pauses(),
                used.pauseMillis());
    }
}
