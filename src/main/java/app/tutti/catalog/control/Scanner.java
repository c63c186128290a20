package app.tutti.catalog.control;

import app.tutti.catalog.entity.MusicFile;
import app.tutti.catalog.entity.ScanProgress;
import app.tutti.catalog.entity.ScannedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Makes the catalogue agree with the music folders. One scan at a time; its progress can be read from any thread. */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class.getName());
    private static final int BATCH = 100;

    @Inject
    MusicFolders folders;

    @Inject
    CoverFiles covers;

    @Inject
    Intake intake;

    @Inject
    UnitOfWork work;

    private final Clock clock = Clock.systemUTC();
    private volatile ScanProgress progress = ScanProgress.NONE;
    private volatile boolean stopping;

    public ScanProgress progress() {
        return progress;
    }

    /** Ends a running scan after the file it is at. What it has stored stays. */
    public void stop() {
        stopping = true;
    }

    public synchronized void scan() {
        long start = clock.millis();
        try {
            FolderWalk walk = folders.walk();
            Map<String, KnownFile> known = intake.known();
            progress = ScanProgress.started(walk.files().size());
            readAndStore(walk, known);
            if (!stopping) {
                forget(walk, known);
                tidy();
            }
        } finally {
            progress = progress.ended();
        }
        LOG.info("[catalog] Looked at %,d of %,d files in %.1f s, %,d could not be read"
                .formatted(progress.seen(), progress.total(), (clock.millis() - start) / 1000.0, progress.refused()));
    }

    private void readAndStore(FolderWalk walk, Map<String, KnownFile> known) {
        FileReading reading = new FileReading(covers);
        List<ScannedFile> batch = new ArrayList<>();
        for (MusicFile file : walk.files()) {
            if (stopping) {
                break;
            }
            if (!isStillKnown(file, known)) {
                read(file, reading).ifPresent(batch::add);
            }
            progress = progress.next();
            if (batch.size() == BATCH) {
                store(batch, known);
                batch.clear();
            }
        }
        store(batch, known);
    }

    private static boolean isStillKnown(MusicFile file, Map<String, KnownFile> known) {
        KnownFile before = known.get(file.path().toString());
        return before != null && before.isStill(file);
    }

    private Optional<ScannedFile> read(MusicFile file, FileReading reading) {
        try {
            return Optional.of(reading.read(file));
        } catch (FileRefused refused) {
            refuse(file, "cannot be read: " + refused.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(MusicFile file, String reason) {
        LOG.warning("[catalog] %s %s".formatted(file.path(), reason));
        progress = progress.refused(1);
    }

    /** All at once; if that fails, one by one, so that what is wrong with one file keeps no other out. */
    private void store(List<ScannedFile> files, Map<String, KnownFile> known) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        try {
            work.run(() -> intake.store(files, known, now));
        } catch (RuntimeException failed) {
            if (stopping) {
                return;
            }
            if (files.size() == 1) {
                refuse(files.getFirst().file(), "cannot be stored: " + failed);
            } else {
                files.forEach(file -> store(List.of(file), known));
            }
        }
    }

    private void forget(FolderWalk walk, Map<String, KnownFile> known) {
        Set<String> there = new HashSet<>();
        walk.files().forEach(file -> there.add(file.path().toString()));
        List<KnownFile> gone = known.values().stream()
                .filter(file -> !there.contains(file.path()))
                .filter(file -> !walk.couldNotSee(Path.of(file.path())))
                .toList();
        work.run(() -> intake.remove(gone));
    }

    private void tidy() {
        List<String> unused = new ArrayList<>();
        work.run(() -> unused.addAll(intake.tidy()));
        unused.forEach(covers::remove);
    }
}
