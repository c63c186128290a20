package app.tutti.catalog.scan.control;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import app.tutti.catalog.files.control.NotMusic;
import app.tutti.clock.FaultGuard;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * Hears from the system in which folders something has changed, and orders a scan of those when it has been quiet for a
 * while. Where the system cannot tell, everything is looked at now and then.
 */
public final class FolderWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class.getName());
    /** What goes wrong with one change is not the end of watching. */
    private static final FaultGuard LOOK = new FaultGuard("folder-watch");

    private static final long QUIET_SECONDS = 2;
    /** A folder that is never quiet, such as one that is being filled for hours, is looked at meanwhile. */
    private static final long LONGEST_SECONDS = 60;

    private static final long NOW_AND_THEN_MINUTES = 15;

    private final List<Path> musicFolders;
    private final Consumer<ScanOrder> orders;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private final Set<Path> changed = new HashSet<>();
    private WatchService service;
    private boolean blind;
    private boolean overflowed;
    private boolean everything;

    public FolderWatch(List<Path> musicFolders, Consumer<ScanOrder> orders) {
        this.musicFolders = List.copyOf(musicFolders);
        this.orders = orders;
    }

    /** Until its thread is interrupted. */
    @Override
    public void run() {
        try (WatchService opened = musicFolders.getFirst().getFileSystem().newWatchService()) {
            service = opened;
            musicFolders.forEach(this::watch);
            while (!Thread.currentThread().isInterrupted()) {
                LOOK.run(this::look);
            }
        } catch (InterruptedException | ClosedWatchServiceException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException none) {
            goBlind("the system cannot watch folders: " + none.getMessage());
            lookNowAndThen();
        }
    }

    private void look() throws InterruptedException {
        try {
            await();
        } catch (ClosedWatchServiceException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        WatchKey key = blind ? service.poll(NOW_AND_THEN_MINUTES, TimeUnit.MINUTES) : service.take();
        if (key == null) {
            musicFolders.forEach(this::watch);
            orders.accept(ScanOrder.CHANGES);
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (key != null) {
            take(key);
            key = System.nanoTime() < deadline ? service.poll(QUIET_SECONDS, TimeUnit.SECONDS) : null;
        }
        order();
    }

    private void order() {
        if (overflowed) {
            LOG.info("[catalog] Too much has changed to be told one by one; everything is looked at");
            // Among what nobody told may be folders.
            musicFolders.forEach(this::watch);
            orders.accept(ScanOrder.CHANGES);
        } else if (everything) {
            // Folders that are left out from now on, or no more: with all that is under them.
            orders.accept(ScanOrder.CHANGES);
        } else if (!changed.isEmpty()) {
            orders.accept(ScanOrder.of(changed));
        }
        overflowed = false;
        everything = false;
        changed.clear();
    }

    private void take(WatchKey key) {
        Path folder = watched.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                overflowed = true;
            } else if (folder != null) {
                changed.add(folder);
                everything |= event.context() instanceof Path file && NotMusic.isMarker(file);
                if (event.kind() == ENTRY_CREATE) {
                    watchNew(folder.resolve((Path) event.context()));
                }
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    /** What was put into it before it was watched is looked for as well. */
    private void watchNew(Path created) {
        if (Files.isDirectory(created, LinkOption.NOFOLLOW_LINKS) && !NotMusic.isNamedSo(created)) {
            Set<Path> before = new HashSet<>(watched.values());
            watch(created);
            watched.values().stream().filter(folder -> !before.contains(folder)).forEach(changed::add);
            changed.add(created);
        }
    }

    private void watch(Path top) {
        try {
            // The music folder may be a link itself; inside it, links are not followed.
            Path real = top.toRealPath();
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    // One that is marked is watched for the day when it is not.
                    if (!folder.equals(real) && NotMusic.isNamedSo(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    watched.put(
                            folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY),
                            top.resolve(real.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException closed) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            goBlind("%s cannot be watched: %s".formatted(top, refused.getMessage()));
        }
    }

    private void goBlind(String reason) {
        if (!blind) {
            blind = true;
            LOG.warning("[catalog] %s. All music folders are looked at every %d minutes instead"
                    .formatted(reason, NOW_AND_THEN_MINUTES));
        }
    }

    private void lookNowAndThen() {
        try {
            while (true) {
                TimeUnit.MINUTES.sleep(NOW_AND_THEN_MINUTES);
                LOOK.run(() -> orders.accept(ScanOrder.CHANGES));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
