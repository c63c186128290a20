package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.DiscFolder;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.store.control.CatalogUpkeep;
import app.tutti.catalog.store.control.TrackToStore;
import app.tutti.catalog.store.control.TrackWriter;
import app.tutti.catalog.store.entity.ScannedFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One look through the music folders. Several threads read; the one that calls this stores what they have read. */
public final class Scan {
    private static final Logger LOG = Logger.getLogger(Scan.class.getName());
    private static final int BATCH = 500;
    private static final int GROWN = 4;

    private record Read(MusicFile file, Optional<ScannedFile> scanned, RefusalReason refusal) {}

    private final ScanOrder order;
    private final MusicFolders folders;
    private final ScanStore store;
    private final CatalogUpkeep upkeep;
    private final Recount recount;
    private final ScanState state;
    private final Clock clock;
    private final TrackWriter writer = new TrackWriter();
    private final Set<Long> lost = new HashSet<>();
    private Identities identities;
    private ReleaseFolders together;
    private long stored;
    private long measured;

    Scan(ScanOrder order, MusicFolders folders, ScanStore store, CatalogUpkeep upkeep, ScanState state, Clock clock) {
        this.order = order;
        this.folders = folders;
        this.store = store;
        this.upkeep = upkeep;
        this.recount = new Recount(upkeep, clock);
        this.state = state;
        this.clock = clock;
    }

    void files() {
        if (!order.isPartial()) {
            folders.putInPlace();
        }
        FolderWalk walk = order.isPartial()
                ? FolderWalk.into(ReleaseFolders.whole(order.folders(), folders.folders()), folders.folders())
                : FolderWalk.through(folders.folders());
        Map<String, KnownFile> known = store.known();
        Map<String, KnownFile> refused = store.refused();
        state.found(walk.files().size(), closeEmptied(walk, known));
        if (!order.isPartial()) {
            state.leftOut(walk.leftOut());
        }
        identities = new Identities(known, walk.files(), absent(walk, known.values()));
        store.freePaths(identities.displaced(), clock.instant());
        comeBack(walk);
        stored = known.size();
        measured = stored;
        readAndStore(unread(walk, refused));
        if (!state.isEnding()) {
            lost.addAll(identities.newlyMissing());
            recount.add(store.become(true, lost, clock.instant()));
            recount.add(upkeep.splitGenres());
            store.forgetRefused(
                    absent(walk, refused.values()).stream().map(KnownFile::path).toList());
        }
        lookForPicturesBeside(walk, known);
        recount.now();
        state.filesDone();
    }

    /** A disk that is not there leaves an empty folder: what was in it is not gone, unless somebody insists. */
    private List<Path> closeEmptied(FolderWalk walk, Map<String, KnownFile> known) {
        List<Path> emptied = new ArrayList<>();
        for (Path folder : folders.folders()) {
            boolean hadMusic = known.values().stream().anyMatch(file -> !file.gone() && isUnder(file, folder));
            if (hadMusic && looksEmpty(folder, walk)) {
                emptied.add(folder);
                if (!order.rereads() || !Files.isDirectory(folder)) {
                    LOG.warning("[catalog] There is no music in %s any more; what was in it is kept".formatted(folder));
                    walk.close(folder);
                }
            }
        }
        return emptied;
    }

    /** A picture that comes later, or is replaced, is the business of what lies in its folder and in discs' under it. */
    private void lookForPicturesBeside(FolderWalk walk, Map<String, KnownFile> known) {
        Map<String, String> before = store.folderPictures();
        Map<String, String> changed = new HashMap<>(walk.pictures());
        changed.entrySet().removeIf(folder -> folder.getValue().equals(before.getOrDefault(folder.getKey(), "")));
        List<Long> tracks = new ArrayList<>();
        if (!changed.isEmpty()) {
            for (KnownFile file : known.values()) {
                Path folder = Path.of(file.path()).getParent();
                boolean beside = folder != null
                        && (changed.containsKey(folder.toString())
                                || DiscFolder.of(folder).isPresent()
                                        && changed.containsKey(String.valueOf(folder.getParent())));
                if (beside && !file.gone()) {
                    tracks.add(file.trackId());
                }
            }
        }
        store.picturesChanged(changed, tracks);
    }

    private boolean looksEmpty(Path folder, FolderWalk walk) {
        return order.isPartial()
                ? FolderWalk.isEmpty(folder)
                : walk.files().stream().noneMatch(file -> file.path().startsWith(folder));
    }

    private List<KnownFile> absent(FolderWalk walk, Iterable<KnownFile> known) {
        Set<String> there = new HashSet<>();
        walk.files().forEach(file -> there.add(file.path().toString()));
        List<KnownFile> absent = new ArrayList<>();
        for (KnownFile file : known) {
            if (!there.contains(file.path()) && !walk.couldNotSee(Path.of(file.path())) && isLookedFor(file)) {
                absent.add(file);
            }
        }
        return absent;
    }

    /** Where only some folders are looked into, what lay under a folder that has been deleted is looked for as well. */
    private boolean isLookedFor(KnownFile file) {
        return !order.isPartial()
                || file.gone()
                || order.folders().stream().anyMatch(folder -> isUnder(file, folder))
                        && Files.notExists(Path.of(file.path()), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isUnder(KnownFile file, Path folder) {
        return Path.of(file.path()).startsWith(folder);
    }

    private void comeBack(FolderWalk walk) {
        List<Long> back = walk.files().stream()
                .filter(identities::isUnchanged)
                .map(identities::atItsPath)
                .filter(KnownFile::gone)
                .map(KnownFile::trackId)
                .toList();
        recount.add(store.become(false, back, clock.instant()));
    }

    private List<MusicFile> unread(FolderWalk walk, Map<String, KnownFile> refused) {
        Predicate<MusicFile> isStillBad = file -> {
            KnownFile bad = refused.get(file.path().toString());
            return bad != null && bad.isItself(file) && !order.rereads();
        };
        List<MusicFile> readable =
                walk.files().stream().filter(isStillBad.negate()).toList();
        together = new ReleaseFolders(readable);
        List<MusicFile> unread = together.with(file -> order.rereads() || !identities.isUnchanged(file));
        walk.files().stream().filter(isStillBad).forEach(file -> state.refused());
        state.seen(walk.files().size() - unread.size());
        return unread;
    }

    private void readAndStore(List<MusicFile> unread) {
        List<ScannedFile> batch = new ArrayList<>();
        try (ReadAhead<MusicFile, Read> ahead = new ReadAhead<>(unread, Scan::read)) {
            for (var one = ahead.take(); one.isPresent() && !state.isEnding(); one = ahead.take()) {
                take(one.get(), batch);
                if (batch.size() >= BATCH) {
                    store(place(batch));
                    measure(batch.size());
                    batch.clear();
                    recount.nowAndThen();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        store(place(batch));
    }

    private static Read read(MusicFile file) {
        try {
            return new Read(file, Optional.of(FileReading.read(file)), null);
        } catch (FileRefused refused) {
            LOG.log(Level.FINE, refused, () -> "[catalog] " + file.path());
            return new Read(file, Optional.empty(), refused.refusal());
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.WARNING, unforeseen, () -> "[catalog] " + file.path());
            return new Read(file, Optional.empty(), RefusalReason.DAMAGED);
        }
    }

    private void take(Read read, List<ScannedFile> batch) {
        if (read.scanned().isEmpty()) {
            refuse(read.file(), read.refusal());
        }
        batch.addAll(together.take(read.file(), read.scanned().orElse(null)));
        state.seen(1);
    }

    private void refuse(MusicFile file, RefusalReason refusal) {
        LOG.warning("[catalog] %s is left out: %s".formatted(file.path(), refusal.words()));
        state.refused();
        store.refuse(file, refusal, clock.instant());
        KnownFile before = identities.atItsPath(file);
        if (before != null && !before.gone()) {
            lost.add(before.trackId());
        }
    }

    private List<TrackToStore> place(List<ScannedFile> batch) {
        Instant now = clock.instant();
        return batch.stream()
                .map(scanned -> new TrackToStore(scanned, identities.trackOf(scanned), now))
                .toList();
    }

    /** All at once; if that fails, by halves, so that what is wrong with one file keeps no other out. */
    private void store(List<TrackToStore> files) {
        if (files.isEmpty()) {
            return;
        }
        try {
            recount.add(store.store(writer, files, clock.instant()));
        } catch (RuntimeException failed) {
            writer.forgetNames();
            if (files.size() > 1) {
                store(files.subList(0, files.size() / 2));
                store(files.subList(files.size() / 2, files.size()));
            } else if (!state.isEnding()) {
                LOG.log(Level.WARNING, "[catalog] A file cannot be stored", failed);
                refuse(files.getFirst().scanned().file(), RefusalReason.NOT_STORED);
            }
        }
    }

    /** A few times while a library grows from nothing. */
    private void measure(int more) {
        stored += more;
        if (stored > GROWN * measured) {
            upkeep.measure();
            measured = stored;
        }
    }
}
