package app.tutti.catalog.covers.control;

import app.tutti.catalog.files.control.FileRefused;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Covers as small as they are shown. Made when one is first asked for, all sizes together and one cover at a time, and
 * kept where the covers are. WebP comes later, from ffmpeg where there is one: nobody waits for it.
 */
@ApplicationScoped
public class CoverSizes {
    /** Pixels of a side; a cover that is smaller is not made larger. */
    public static final List<Integer> SIZES = List.of(96, 320, 640);

    private static final System.Logger LOG = System.getLogger(CoverSizes.class.getName());
    private static final int MOST_WAITING = 500;

    private CoverFiles covers;
    private CoverStore store;
    private final ReentrantLock one = new ReentrantLock();
    private final ThreadPoolExecutor later = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> Thread.ofPlatform()
                    .daemon()
                    .name("tutti-webp")
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(work),
            // The next who asks brings it in again.
            new ThreadPoolExecutor.DiscardPolicy());

    protected CoverSizes() {}

    @Inject
    CoverSizes(CoverFiles covers) {
        this.covers = covers;
        store = covers.store();
        later.allowCoreThreadTimeOut(true);
    }

    /** The cover as a JPEG with sides of at most {@code size}. */
    public Optional<Path> jpeg(String sha256, int size) {
        return store.find(name(sha256, size, "jpg"))
                .or(() -> covers.find(sha256).map(original -> {
                    make(sha256, size, original);
                    return store.find(name(sha256, size, "jpg")).orElse(original);
                }));
    }

    /** The same as WebP, if it has been made; if not, it will be. */
    public Optional<Path> webp(String sha256, int size) {
        Optional<Path> file = store.find(name(sha256, size, "webp"));
        if (file.isEmpty() && WebP.isThere() && jpeg(sha256, size).isPresent()) {
            later.execute(() -> makeWebp(sha256, size));
        }
        return file;
    }

    /** All that may have been made of a cover. */
    static List<String> names(String sha256) {
        return SIZES.stream()
                .flatMap(size -> Stream.of("jpg", "webp").map(kind -> name(sha256, size, kind)))
                .toList();
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }

    private void make(String sha256, int wanted, Path original) {
        one.lock();
        try {
            if (store.find(name(sha256, wanted, "jpg")).isEmpty()) {
                byte[] picture = Files.readAllBytes(original);
                for (int size : SIZES) {
                    keep(name(sha256, size, "jpg"), CoverPicture.of(picture, size));
                }
            }
        } catch (IOException | FileRefused asItIs) {
            // A picture that has gone: the original is shown as long as there is one.
            LOG.log(System.Logger.Level.DEBUG, "A cover cannot be made smaller", asItIs);
        } finally {
            one.unlock();
        }
    }

    private void makeWebp(String sha256, int size) {
        String name = name(sha256, size, "webp");
        Optional<Path> jpeg = store.find(name(sha256, size, "jpg"));
        if (jpeg.isEmpty() || store.find(name).isPresent()) {
            return;
        }
        try {
            keep(name, WebP.of(jpeg.get()));
        } catch (IOException notThisTime) {
            LOG.log(System.Logger.Level.DEBUG, "A cover stays without WebP", notThisTime);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A full disk, or a store that is away, keeps no other size from being kept. */
    private void keep(String name, byte[] picture) {
        try {
            store.keep(name, picture);
        } catch (IOException notNow) {
            LOG.log(System.Logger.Level.DEBUG, "A cover's size cannot be kept", notNow);
        }
    }

    private static String name(String sha256, int size, String kind) {
        return "sizes/" + sha256 + "-" + size + "." + kind;
    }
}
