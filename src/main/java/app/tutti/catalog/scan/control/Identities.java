package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.store.entity.ScannedFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which track a file is. One that has only been renamed is known at once by what the file system knows it by; one at a new
 * path, when it has been read, by its content, if the file that the track had is there no more.
 */
public final class Identities {
    private final Map<String, KnownFile> known;
    private final Map<String, MusicFile> there = new HashMap<>();
    private final Map<String, KnownFile> renamed = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();
    private final Map<Long, KnownFile> missing = new HashMap<>();
    private final Map<String, Deque<KnownFile>> byContent = new HashMap<>();
    private final Map<String, KnownFile> byFileKey = new HashMap<>();

    /** {@code absent} are known files that are not where they were, as far as one can see. */
    Identities(Map<String, KnownFile> known, List<MusicFile> files, Collection<KnownFile> absent) {
        this.known = known;
        files.forEach(file -> there.put(file.path().toString(), file));
        findRenamed(files);
        absent.forEach(this::miss);
        known.values().stream().filter(this::isReplaced).forEach(this::miss);
    }

    /** Whether the file is as it was when it was last read. */
    boolean isUnchanged(MusicFile file) {
        KnownFile before = atItsPath(file);
        return before != null && before.isStill(file);
    }

    /** The track that was and is at this path; null when there is none. */
    KnownFile atItsPath(MusicFile file) {
        KnownFile before = known.get(file.path().toString());
        boolean another = before == null || taken.contains(before.trackId()) || missing.containsKey(before.trackId());
        return another ? null : before;
    }

    /** Null when it is a new one. A track that has been missing is not any more. */
    Long trackOf(ScannedFile scanned) {
        KnownFile before = renamed.get(scanned.file().path().toString());
        if (before == null) {
            before = atItsPath(scanned.file());
        }
        if (before == null) {
            before = found(scanned);
        }
        return before == null ? null : before.trackId();
    }

    /** Tracks whose path is another file's now. */
    List<Long> displaced() {
        return known.values().stream()
                .filter(file -> there.containsKey(file.path()))
                .map(KnownFile::trackId)
                .filter(track -> taken.contains(track) || missing.containsKey(track))
                .toList();
    }

    /** Tracks that have not been found, and were not missed before. */
    List<Long> newlyMissing() {
        return missing.values().stream()
                .filter(file -> !file.gone())
                .map(KnownFile::trackId)
                .toList();
    }

    private void findRenamed(List<MusicFile> files) {
        Map<String, KnownFile> keys = new HashMap<>();
        known.values().stream().filter(file -> file.fileKey() != null).forEach(file -> keys.put(file.fileKey(), file));
        for (MusicFile file : files) {
            KnownFile before = file.fileKey() == null ? null : keys.get(file.fileKey());
            if (before != null && before.isItself(file) && !isAt(before.path(), file)) {
                renamed.put(file.path().toString(), before);
                taken.add(before.trackId());
            }
        }
    }

    /** A file can have several names; it keeps the one that is known. */
    private boolean isAt(String path, MusicFile file) {
        MusicFile now = there.get(path);
        return now != null && Objects.equals(now.fileKey(), file.fileKey());
    }

    private boolean isReplaced(KnownFile file) {
        return renamed.containsKey(file.path());
    }

    private void miss(KnownFile file) {
        if (!taken.contains(file.trackId()) && missing.put(file.trackId(), file) == null) {
            byContent
                    .computeIfAbsent(String.valueOf(file.content()), unseen -> new ArrayDeque<>())
                    .add(file);
            byFileKey.put(String.valueOf(file.fileKey()), file);
        }
    }

    private KnownFile found(ScannedFile scanned) {
        Collection<KnownFile> candidates =
                new ArrayList<>(byContent.getOrDefault(scanned.content(), new ArrayDeque<>()));
        KnownFile sameKey = byFileKey.get(String.valueOf(scanned.file().fileKey()));
        // A file's number is given to another when it is deleted; one with other tags still sounds as long.
        if (sameKey != null && sameKey.duration() == scanned.sound().duration()) {
            candidates.add(sameKey);
        }
        for (KnownFile candidate : candidates) {
            if (missing.remove(candidate.trackId()) != null) {
                taken.add(candidate.trackId());
                return candidate;
            }
        }
        return null;
    }
}
