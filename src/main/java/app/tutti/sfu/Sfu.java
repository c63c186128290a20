package app.tutti.sfu;

import app.tutti.sfu.dtls.DtlsServer;
import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.ice.IceAgent;
import app.tutti.sfu.net.LocalAddresses;
import app.tutti.sfu.net.MediaPort;
import app.tutti.sfu.net.MediaPriority;
import app.tutti.sfu.net.PortTaken;
import app.tutti.sfu.srtp.SrtpContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** A relay: one port, one certificate, and any number of routers. Any thread may call it. */
public final class Sfu implements AutoCloseable {
    static final System.Logger LOG = System.getLogger("sfu");

    /** Nobody who stops a server waits longer for one that is gone. */
    private static final long FAREWELL_MILLIS = 2000;

    private final SecureRandom random = new SecureRandom();
    private final Counters counters = new Counters();
    private final DtlsServer dtls = new DtlsServer();
    private final ExecutorService events = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("sfu-events").daemon().unstarted(() -> {
                MediaPriority.forgo();
                work.run();
            }));
    private final Farewells farewells = new Farewells();
    private final Set<Router> routers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextHome = new AtomicInteger();
    private final List<String> announced;
    private final Optional<FullIce> fullIce;
    private final SfuClock clock;
    private final MediaPort media;
    private final int port;
    private final ReceiveLoop loop;
    private final List<Shard> shards;
    private final Thread warmUp =
            Thread.ofPlatform().name("sfu-warm-up").daemon().unstarted(this::warmUp);

    private Sfu(SfuSettings settings, LongSupplier nanoClock) {
        clock = new SfuClock(nanoClock);
        media = open(settings.port());
        port = media.port();
        announced = settings.announced().isEmpty() ? LocalAddresses.reachable() : settings.announced();
        fullIce = settings.fullIce();
        loop = new ReceiveLoop(media, clock, counters);
        shards = IntStream.range(0, settings.shards())
                .mapToObj(number -> new Shard(number, media.udp(), clock, counters))
                .toList();
    }

    /** @throws PortUnavailable when the port is taken */
    public static Sfu start(SfuSettings settings) {
        return start(settings, System::nanoTime);
    }

    static Sfu start(SfuSettings settings, LongSupplier nanoClock) {
        Sfu sfu = new Sfu(settings, nanoClock);
        sfu.shards.forEach(Shard::start);
        sfu.loop.start();
        sfu.warmUp.start();
        LOG.log(
                System.Logger.Level.INFO,
                "[sfu] Started [port:{0}, announced:{1}]",
                String.valueOf(sfu.port),
                String.join(",", sfu.announced));
        return sfu;
    }

    /** The port number in use, by UDP and by TCP. */
    public int port() {
        return port;
    }

    /** The addresses told to peers, the preferred one first. */
    public List<String> announced() {
        return announced;
    }

    public Router createRouter() {
        Router router = new Router(this);
        routers.add(router);
        counters.routers.incrementAndGet();
        return router;
    }

    public RtpCapabilities rtpCapabilities() {
        return RtpCapabilities.OPUS;
    }

    public SfuStats stats() {
        return counters.stats(dtls.inFlight());
    }

    /** Says goodbye to every peer, ends the threads and frees the port, and what TURN servers have lent if they are quick. */
    @Override
    public void close() {
        routers.forEach(Router::close);
        // Whatever interrupts us: a shard sends by the port's descriptor, whose number may soon be somebody else's.
        boolean interrupted = Thread.interrupted();
        while (!threadsEnded()) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        media.close();
        events.shutdown();
    }

    /** Ends the threads and waits for them; false when that was interrupted and has to be gone on with. */
    private boolean threadsEnded() {
        try {
            warmUp.join();
            loop.close();
            for (Shard shard : shards) {
                shard.close();
            }
            if (!farewells.await(FAREWELL_MILLIS)) {
                LOG.log(System.Logger.Level.WARNING, "[sfu] Stopped before every TURN server was told");
            }
            return true;
        } catch (InterruptedException goOn) {
            return false;
        }
    }

    /** True once every thread has ended. */
    boolean ended() throws InterruptedException {
        return loop.ended() && shards.stream().allMatch(Shard::ended) && events.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Gives a listener's stream to one of the shards. */
    void send(OutgoingStream stream, RtpSender sender, SrtpContext srtp, Runnable done) {
        sender.secure(srtp);
        int shard = stream.shardForOneMore();
        shards.get(shard).add(stream.audience(shard), sender, done);
    }

    /** The shard that a router fills first: each another one, so that small parties share the cores. */
    int home() {
        return Math.floorMod(nextHome.getAndIncrement(), shards.size());
    }

    void forget(Router router) {
        if (routers.remove(router)) {
            counters.routers.decrementAndGet();
        }
    }

    /** 128 bits that fit a URL. */
    String unguessable() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Farewells farewells() {
        return farewells;
    }

    Optional<FullIce> fullIce() {
        return fullIce;
    }

    SecureRandom random() {
        return random;
    }

    Counters counters() {
        return counters;
    }

    SfuClock clock() {
        return clock;
    }

    ReceiveLoop loop() {
        return loop;
    }

    List<Shard> shards() {
        return shards;
    }

    ExecutorService events() {
        return events;
    }

    DtlsServer dtls() {
        return dtls;
    }

    Fingerprint fingerprint() {
        return dtls.fingerprint();
    }

    private void warmUp() {
        try {
            fullIce.ifPresent(settings -> IceAgent.warmUp());
            dtls.warmUp(new SrtpWarmUp());
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The relay could not shake hands with itself", e);
        }
    }

    private static MediaPort open(int port) {
        try {
            return MediaPort.open(port);
        } catch (PortTaken e) {
            throw new PortUnavailable(e.protocol(), port, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The system lets nobody wait at a port", e);
        }
    }
}
