package app.tutti.catalog.scan.control;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FolderWatchTest {
    /** More than the JDK keeps for one folder that nobody asks about. */
    private static final int MANY = 3000;

    @TempDir
    Path music;

    // The watch goes on only when somebody has taken what it says.
    private final SynchronousQueue<ScanOrder> heard = new SynchronousQueue<>();
    private Thread watching;
    private int made;
    private volatile boolean breaks;

    @BeforeEach
    void itWatches() throws Exception {
        watching = Thread.ofPlatform().daemon().start(() -> new FolderWatch(List.of(music), this::say).run());
        // Until it does, nobody tells it anything.
        ScanOrder first = null;
        while (first == null) {
            make(music);
            first = heard.poll(5, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void itEnds() throws Exception {
        watching.interrupt();
        watching.join();
    }

    @Test
    void whereTooMuchHappensAtOnceEverythingIsLookedAtAndNewFoldersAreWatched() throws Exception {
        Path last = music;
        ScanOrder order;
        do {
            // While it waits for somebody to take this order, nobody asks what else has changed.
            make(music);
            await("it has something to say", () -> watching.getState() == Thread.State.WAITING && isSaying());
            for (int number = 0; number < MANY; number++) {
                make(music);
            }
            last = Files.createDirectory(music.resolve("folder" + made++));
            assertNotNull(heard.take());
            order = heard.take();
        } while (order.isPartial());
        assertTrue(order.equals(ScanOrder.CHANGES), order.toString());

        make(last);
        Set<Path> changed = Set.of();
        while (!changed.contains(last)) {
            changed = heard.take().folders();
        }
    }

    @Test
    void aFaultInWhatItTellsIsNotTheEndOfWatching() throws Exception {
        breaks = true;
        make(music);
        await("what it says has failed", () -> !breaks);
        Path after = Files.createDirectory(music.resolve("after"));
        Set<Path> changed = Set.of();
        while (!changed.contains(after)) {
            changed = heard.take().folders();
        }
    }

    @Test
    void aMarkerIsTheBusinessOfAllThatIsUnderIt() throws Exception {
        Files.createFile(music.resolve(".nomedia"));
        ScanOrder order = heard.take();
        while (order.isPartial()) {
            order = heard.take();
        }
        assertTrue(order.equals(ScanOrder.CHANGES), order.toString());
    }

    private void make(Path folder) throws Exception {
        Files.createFile(folder.resolve(made++ + ".mp3"));
    }

    private boolean isSaying() {
        return List.of(watching.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("say"));
    }

    private void say(ScanOrder order) {
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("on purpose");
        }
        try {
            heard.put(order);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) throws InterruptedException {
        app.tutti.PackagedWar.await(what, condition);
    }
}
