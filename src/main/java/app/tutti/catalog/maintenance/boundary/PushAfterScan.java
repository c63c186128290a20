package app.tutti.catalog.maintenance.boundary;

import app.tutti.catalog.federation.control.CataloguePush;
import app.tutti.catalog.federation.control.PushFailed;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the public server what scans have found, again and again until it listens; and every day that we are there. */
@ApplicationScoped
public class PushAfterScan {
    private static final Logger LOG = Logger.getLogger(PushAfterScan.class.getName());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    CataloguePush push;

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore scanned = new Semaphore(0);
    private Thread thread;
    private boolean stopped;

    /** From the scan's thread. The first begins it. */
    void scanned() {
        if (push.isOn()) {
            begin();
            scanned.release();
        }
    }

    private synchronized void begin() {
        if (thread == null && !stopped) {
            thread = threads.newThread(this::run);
            thread.setName("tutti-push");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void run() {
        Duration pause = SOON;
        try {
            scanned.acquire();
            while (!Thread.interrupted()) {
                scanned.drainPermits();
                boolean told = push();
                await(told ? DAY : pause);
                pause = told || scanned.availablePermits() > 0 ? SOON : longer(pause);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean push() throws InterruptedException {
        try {
            push.push();
            return true;
        } catch (PushFailed failed) {
            LOG.warning("[catalog] The public server was not told everything: " + failed.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "[catalog] The push ended early", failed);
        }
        return false;
    }

    /** A scan that ends is no reason to wait. */
    private void await(Duration longest) throws InterruptedException {
        if (scanned.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            scanned.release();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LATE) < 0 ? twice : LATE;
    }

    // As the scan's: after this the database is gone.
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        Thread begun = end();
        if (begun != null) {
            begun.interrupt();
            try {
                begun.join(PATIENCE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized Thread end() {
        stopped = true;
        return thread;
    }
}
