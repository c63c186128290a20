package app.tutti.catalog.scan.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * What has been asked of the scanner and not been begun: one scan that does all of it. No method is synchronized: its
 * proxy would be, too, and be locked by who waits.
 */
@ApplicationScoped
public class ScanOrders {
    private final Object lock = new Object();
    private ScanOrder waiting;

    public void add(ScanOrder order) {
        synchronized (lock) {
            waiting = waiting == null ? order : waiting.and(order);
            lock.notifyAll();
        }
    }

    /** Waits until there is one. */
    public ScanOrder take() throws InterruptedException {
        synchronized (lock) {
            while (waiting == null) {
                lock.wait();
            }
            ScanOrder order = waiting;
            waiting = null;
            return order;
        }
    }

    /** Waits until there is one, or for so long; then it is the other. */
    public ScanOrder take(Duration patience, ScanOrder otherwise) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            for (long left = patience.toMillis(); waiting == null && left > 0; left = millisUntil(end)) {
                lock.wait(left);
            }
            return waiting == null ? otherwise : take();
        }
    }

    private static long millisUntil(long end) {
        return (end - System.nanoTime()) / 1_000_000;
    }
}
