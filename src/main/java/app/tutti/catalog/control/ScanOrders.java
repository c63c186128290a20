package app.tutti.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;

/** What has been asked of the scanner and not been begun: one scan that does all of it. */
@ApplicationScoped
public class ScanOrders {
    private ScanOrder waiting;

    public synchronized void add(ScanOrder order) {
        waiting = waiting == null ? order : waiting.and(order);
        notifyAll();
    }

    /** Waits until there is one. */
    public synchronized ScanOrder take() throws InterruptedException {
        while (waiting == null) {
            wait();
        }
        ScanOrder order = waiting;
        waiting = null;
        return order;
    }
}
