package app.tutti.catalog.scan.entity;

/**
 * How far a scan has come, or how the last one ended.
 *
 * @param seen files looked at, of {@code total}
 * @param refused files that could not be read or stored
 * @param covers releases whose pictures have yet to be looked at, when all files have been
 * @param started in milliseconds since 1970; 0 when there was none
 * @param ended the same; 0 while it runs
 * @param cancelled whether it has ended early
 */
public record ScanProgress(
        boolean running, int seen, int total, int refused, int covers, long started, long ended, boolean cancelled) {
    public static final ScanProgress NONE = new ScanProgress(false, 0, 0, 0, 0, 0, 0, false);

    public static ScanProgress started(long now) {
        return new ScanProgress(true, 0, 0, 0, 0, now, 0, false);
    }

    public ScanProgress of(int files) {
        return new ScanProgress(running, seen, files, refused, covers, started, ended, cancelled);
    }

    public ScanProgress next(int more) {
        return new ScanProgress(running, seen + more, total, refused, covers, started, ended, cancelled);
    }

    public ScanProgress refused(int more) {
        return new ScanProgress(running, seen, total, refused + more, covers, started, ended, cancelled);
    }

    public ScanProgress covers(int wanted) {
        return new ScanProgress(running, seen, total, refused, wanted, started, ended, cancelled);
    }

    public ScanProgress ended(long now, boolean early) {
        return new ScanProgress(false, seen, total, refused, covers, started, now, early);
    }

    public long perSecond(long now) {
        return seen * 1000L / Math.max(1, (running ? now : ended) - started);
    }

    /** Seconds that the files which have yet to be looked at will take, if they are like the others. */
    public long secondsLeft(long now) {
        return Math.ceilDiv(total - seen, Math.max(1, perSecond(now)));
    }
}
