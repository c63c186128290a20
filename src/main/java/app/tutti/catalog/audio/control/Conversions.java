package app.tutti.catalog.audio.control;

import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.entity.AudioFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes tracks into what browsers play: a few at a time, each once for all who wait for it, and none that nobody waits
 * for any more.
 */
@Named
@ApplicationScoped
public class Conversions {
    /** Half of the cores, so that a party's sound has the other half. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int MOST_WAITING = 16;

    private ConvertedFiles files;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Path, Underway> underway = new HashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> Thread.ofPlatform().daemon().name("tutti-convert").unstarted(work));

    protected Conversions() {}

    @Inject
    Conversions(ConvertedFiles files) {
        this.files = files;
        workers.allowCoreThreadTimeOut(true);
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        files.clear();
    }

    /** Whether ffmpeg is there, which does it. */
    public boolean arePossible() {
        return Ffmpeg.isThere();
    }

    /** Whether people hear it; for pages. */
    public boolean canPlay(AudioFormat format) {
        return format.playsInBrowsers() || arePossible();
    }

    /**
     * A copy of the track's file in the format that is played in place of {@code format}.
     *
     * @throws IOException when there is no such file
     * @throws ConversionsBusy when too many wait already
     */
    public ConversionRequest wish(Path source, AudioFormat format) throws IOException {
        Path place = files.place(source, format.played());
        lock.lock();
        try {
            Optional<Path> made = files.find(place);
            if (made.isPresent()) {
                return new ConversionRequest(CompletableFuture.completedFuture(made.get()), () -> {});
            }
            Underway one = underway.get(place);
            return (one == null ? start(new Conversion(source, format, place)) : one).join();
        } finally {
            lock.unlock();
        }
    }

    private Underway start(Conversion conversion) {
        Underway one = new Underway(conversion);
        try {
            one.task = workers.submit(one);
        } catch (RejectedExecutionException full) {
            throw new ConversionsBusy();
        }
        underway.put(conversion.place(), one);
        return one;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /** One that is being made, or waits for it. All of its fields are the lock's. */
    private final class Underway implements Runnable {
        private final Conversion conversion;
        private final CompletableFuture<Path> made = new CompletableFuture<>();
        private Future<?> task;
        private int wishes;

        Underway(Conversion conversion) {
            this.conversion = conversion;
        }

        ConversionRequest join() {
            wishes++;
            return new ConversionRequest(made, this::leave);
        }

        private void leave() {
            lock.lock();
            try {
                wishes--;
                if (wishes == 0 && underway.remove(conversion.place(), this)) {
                    task.cancel(true);
                    // One that has not begun makes room for another.
                    workers.purge();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            try {
                conversion.run(files);
                finish();
                made.complete(conversion.place());
            } catch (IOException | RuntimeException failed) {
                finish();
                made.completeExceptionally(failed);
            } catch (InterruptedException nobodyWaits) {
                finish();
                made.cancel(false);
            }
        }

        private void finish() {
            lock.lock();
            try {
                underway.remove(conversion.place(), this);
            } finally {
                lock.unlock();
            }
        }
    }
}
