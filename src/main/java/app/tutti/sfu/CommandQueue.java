package app.tutti.sfu;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Work that other threads leave for a media thread. Bounded: who brings more waits, and never the media thread. */
final class CommandQueue {
    private static final int CAPACITY = 4096;
    private static final long PAUSE_NANOS = 200_000;

    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean closed;

    /** Appends a command, after waiting for room if there is none. Does nothing once closed. */
    void put(Runnable command) {
        while (!closed && size.incrementAndGet() > CAPACITY) {
            size.decrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (!closed) {
            commands.add(command);
        }
    }

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /** Runs what is there. For the media thread. */
    void run() {
        Runnable command;
        while ((command = commands.poll()) != null) {
            size.decrementAndGet();
            command.run();
        }
    }

    void close() {
        closed = true;
        commands.clear();
    }
}
