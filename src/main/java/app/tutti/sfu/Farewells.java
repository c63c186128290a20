package app.tutti.sfu;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is still to be given back to others: a process that ends too early leaves it with them. Any thread. */
final class Farewells {
    private final Set<CompletableFuture<Void>> expected = ConcurrentHashMap.newKeySet();

    void expect(CompletableFuture<Void> farewell) {
        expected.add(farewell);
        farewell.whenComplete((nothing, failure) -> expected.remove(farewell));
    }

    /** Waits until all is given back, those too that are expected meanwhile. False when that takes longer. */
    boolean await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (CompletableFuture<Void> next = any(); next != null; next = any()) {
            try {
                next.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return false;
            } catch (ExecutionException failed) {
                // It is over, too.
            }
        }
        return true;
    }

    private CompletableFuture<Void> any() {
        var iterator = expected.iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }
}
