package app.tutti.web.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkLimiterTest {
    @Test
    void neverTwoAtOnceAndNoMoreThanMayWait() throws Exception {
        WorkLimiter core = new WorkLimiter(2, 60_000);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                asked.add(threads.submit(() -> {
                    try {
                        core.run(() -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            begun.countDown();
                            await(goOn);
                            return atOnce.decrementAndGet();
                        });
                    } catch (TooBusyException busy) {
                        assertEquals(503, busy.status());
                        refused.incrementAndGet();
                        answered.countDown();
                    }
                }));
            }
            begun.await();
            answered.await();
            goOn.countDown();
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertEquals(1, most.get());
        assertEquals(3, refused.get());
    }

    @Test
    void workThatFailsMakesRoom() throws ExecutionException {
        WorkLimiter core = new WorkLimiter(0, 1000);
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> core.run(() -> {
                        throw new IllegalStateException();
                    }));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
