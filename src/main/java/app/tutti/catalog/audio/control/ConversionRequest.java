package app.tutti.catalog.audio.control;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Somebody who waits for a copy of a track; to be closed when they do not any more. */
public final class ConversionRequest implements AutoCloseable {
    private final CompletableFuture<Path> file;
    private final Runnable leave;
    private boolean left;

    ConversionRequest(CompletableFuture<Path> file, Runnable leave) {
        this.file = file;
        this.leave = leave;
    }

    /** The copy, once it is made; fails with an IOException when it cannot be. */
    public CompletableFuture<Path> file() {
        return file.copy();
    }

    @Override
    public synchronized void close() {
        if (!left) {
            left = true;
            leave.run();
        }
    }
}
