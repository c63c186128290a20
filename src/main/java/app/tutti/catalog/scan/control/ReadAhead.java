package app.tutti.catalog.scan.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Works on a list with as many threads as there are processors, a bounded number ahead of the one thread that takes what
 * comes out, in about the order of the list.
 */
public final class ReadAhead<I, O> implements AutoCloseable {
    private static final int AHEAD = 1000;
    private static final long LOOK_UP_MS = 200;

    private final List<I> inputs;
    private final Function<I, O> reading;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Optional<O>> done = new ArrayBlockingQueue<>(AHEAD);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;
    private int ended;

    ReadAhead(List<I> inputs, Function<I, O> reading) {
        this.inputs = inputs;
        this.reading = reading;
        int wanted = Math.min(inputs.size(), Runtime.getRuntime().availableProcessors());
        for (int number = 0; number < wanted; number++) {
            Thread thread = new Thread(this::read, "tutti-scan-" + number);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            threads.add(thread);
            thread.start();
        }
    }

    /** The next that is done; empty when all are. */
    Optional<O> take() throws InterruptedException {
        while (ended < threads.size()) {
            Optional<O> one = done.take();
            if (one.isPresent()) {
                return one;
            }
            ended++;
        }
        return Optional.empty();
    }

    /** Ends the threads after what they are at. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            for (int place = next.getAndIncrement(); place < inputs.size() && !closed; place = next.getAndIncrement()) {
                put(Optional.of(reading.apply(inputs.get(place))));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        try {
            put(Optional.empty());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Optional<O> one) throws InterruptedException {
        while (!closed && !done.offer(one, LOOK_UP_MS, TimeUnit.MILLISECONDS)) {
            continue;
        }
    }
}
