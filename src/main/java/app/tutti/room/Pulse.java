package app.tutti.room;

import app.tutti.clock.FaultGuard;
import app.tutti.clock.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Finds the sockets that have nobody at their other end any more: everybody is pinged (RFC 6455 §5.5.2), which browsers
 * answer for sleeping pages too. The container's own idle timeout is no help: it keeps a timer for every message until
 * that would have gone off, and now and then ends a socket that has just been opened.
 */
@ApplicationScoped
public class Pulse {
    static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** Two pings without an answer, and the time for a third. */
    static final long SILENCE_NANOS = 3 * BEAT_NANOS;

    private static final FaultGuard ONE_BEAT = new FaultGuard("pulse-of-one");

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** Of its own: whatever keeps the container's waiting, such as a database, keeps nobody's socket. */
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pulse").daemon().factory());

    private PeriodicTask beats;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        beats = PeriodicTask.start("pulse", Duration.ofNanos(BEAT_NANOS), timer, () -> beat(System.nanoTime()));
    }

    @PreDestroy
    void stop() {
        if (beats != null) {
            beats.close();
        }
        timer.shutdown();
    }

    /** @param lost called once at most, when nothing has been heard for too long; must not wait */
    public Watch watch(Wire wire, Runnable lost) {
        Watch watch = new Watch(wire, lost, System.nanoTime());
        watches.add(watch);
        return watch;
    }

    void beat(long nowNanos) {
        watches.forEach(watch -> ONE_BEAT.run(() -> watch.beat(nowNanos)));
    }

    /** One socket; to be let go when it is closed. */
    public final class Watch implements AutoCloseable {
        private final Wire wire;
        private final Runnable lost;
        private volatile long heardNanos;

        private Watch(Wire wire, Runnable lost, long nowNanos) {
            this.wire = wire;
            this.lost = lost;
            heardNanos = nowNanos;
        }

        /** Anything at all, a pong included. */
        public void heard() {
            heardNanos = System.nanoTime();
        }

        @Override
        public void close() {
            watches.remove(this);
        }

        private void beat(long nowNanos) {
            if (nowNanos - heardNanos < SILENCE_NANOS) {
                wire.ping();
            } else if (watches.remove(this)) {
                lost.run();
            }
        }
    }
}
