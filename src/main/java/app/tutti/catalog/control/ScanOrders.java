package app.tutti.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;

/** What has been asked of the scanner and not been begun: one scan that does all of it. */
@ApplicationScoped
public class ScanOrders {
    // Not the methods are synchronized: their proxy would be, too, and would be held while one waits.
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
}
