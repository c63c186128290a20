package app.tutti.catalog.entity;

/**
 * How far a scan has come, or how the last one ended.
 *
 * @param seen files looked at, of {@code total}
 * @param refused files that could not be read or stored
 */
public record ScanProgress(boolean running, int seen, int total, int refused) {
    public static final ScanProgress NONE = new ScanProgress(false, 0, 0, 0);

    public static ScanProgress started(int total) {
        return new ScanProgress(true, 0, total, 0);
    }

    public ScanProgress next() {
        return new ScanProgress(running, seen + 1, total, refused);
    }

    public ScanProgress refused(int more) {
        return new ScanProgress(running, seen, total, refused + more);
    }

    public ScanProgress ended() {
        return new ScanProgress(false, seen, total, refused);
    }
}
