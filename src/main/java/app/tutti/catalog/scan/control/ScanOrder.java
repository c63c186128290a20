package app.tutti.catalog.scan.control;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What to look at.
 *
 * @param rereads whether files that have not changed are read as well
 * @param folders some folders, without those under them; empty for everything
 */
public record ScanOrder(boolean rereads, Set<Path> folders) {
    /** What has changed since the last time. */
    public static final ScanOrder CHANGES = new ScanOrder(false, Set.of());

    public static final ScanOrder EVERYTHING = new ScanOrder(true, Set.of());

    public static ScanOrder of(Set<Path> folders) {
        return new ScanOrder(false, Set.copyOf(folders));
    }

    boolean isPartial() {
        return !folders.isEmpty();
    }

    /** One scan that does what both ask for. */
    public ScanOrder and(ScanOrder other) {
        if (!isPartial() || !other.isPartial()) {
            return new ScanOrder(rereads || other.rereads, Set.of());
        }
        Set<Path> all = new HashSet<>(folders);
        all.addAll(other.folders);
        return of(all);
    }
}
