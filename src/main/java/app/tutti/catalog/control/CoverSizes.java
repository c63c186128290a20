package app.tutti.catalog.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Covers as small as they are shown. Made when one is first asked for, all sizes together and one cover at a time, and
 * kept beside the covers. WebP comes later, from ffmpeg where there is one: nobody waits for it.
 */
@ApplicationScoped
public class CoverSizes {
    /** Pixels of a side; a cover that is smaller is not made larger. */
    public static final List<Integer> SIZES = List.of(96, 320, 640);

    private static final int MOST_WAITING = 500;

    private CoverFiles covers;
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
        later.allowCoreThreadTimeOut(true);
    }

    /** The cover as a JPEG with sides of at most {@code size}. */
    public Optional<Path> jpeg(String sha256, int size) {
        Path file = file(sha256, size, "jpg");
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        return covers.find(sha256).map(original -> {
            make(sha256, original);
            return Files.isRegularFile(file) ? file : original;
        });
    }

    /** The same as WebP, if it has been made; if not, it will be. */
    public Optional<Path> webp(String sha256, int size) {
        Path file = file(sha256, size, "webp");
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        if (WebP.isThere() && jpeg(sha256, size).isPresent()) {
            later.execute(() -> WebP.write(file(sha256, size, "jpg"), file));
        }
        return Optional.empty();
    }

    /** All that may have been made of a cover. */
    static List<Path> files(Path folder, String sha256) {
        return SIZES.stream()
                .flatMap(size -> Stream.of("jpg", "webp").map(kind -> file(folder, sha256, size, kind)))
                .toList();
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }

    private void make(String sha256, Path original) {
        one.lock();
        try {
            if (!Files.isRegularFile(file(sha256, SIZES.getFirst(), "jpg"))) {
                byte[] picture = Files.readAllBytes(original);
                Files.createDirectories(covers.folder().resolve("sizes"));
                // The smallest last: when it is there, all are.
                for (int size : SIZES.reversed()) {
                    write(CoverPicture.of(picture, size), file(sha256, size, "jpg"));
                }
            }
        } catch (IOException | FileRefused asItIs) {
            // A full disk, or a picture that has gone: the original is shown as long as there is one.
            System.getLogger(CoverSizes.class.getName())
                    .log(System.Logger.Level.DEBUG, "A cover cannot be made smaller", asItIs);
        } finally {
            one.unlock();
        }
    }

    private Path file(String sha256, int size, String kind) {
        return file(covers.folder(), sha256, size, kind);
    }

    private static Path file(Path folder, String sha256, int size, String kind) {
        return folder.resolve("sizes").resolve(sha256 + "-" + size + "." + kind);
    }

    private static void write(byte[] jpeg, Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "cover", ".part");
        Files.write(unfinished, jpeg);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
