package app.tutti.catalog.scan.control;

import app.tutti.catalog.scan.entity.ScanProgress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;

/** What other threads may know of a scan, and ask of it. Written by the scan alone. */
public final class ScanState {
    private static final Logger LOG = Logger.getLogger(ScanState.class.getName());
    private static final long LOG_EVERY_MS = 5_000;

    private final Clock clock;
    private volatile ScanProgress progress = ScanProgress.NONE;
    private volatile List<Path> emptyFolders = List.of();
    private volatile int leftOut;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private long logged;
    private long filesDone;

    ScanState(Clock clock) {
        this.clock = clock;
    }

    ScanProgress progress() {
        return progress;
    }

    List<Path> emptyFolders() {
        return emptyFolders;
    }

    int leftOut() {
        return leftOut;
    }

    void leftOut(int passedOver) {
        leftOut = passedOver;
    }

    void cancel() {
        cancelled = true;
    }

    void stop() {
        stopped = true;
    }

    boolean isEnding() {
        return cancelled || stopped;
    }

    void begin() {
        cancelled = false;
        logged = clock.millis();
        filesDone = logged;
        progress = ScanProgress.started(logged);
    }

    void found(int files, List<Path> emptyFolders) {
        progress = progress.of(files);
        this.emptyFolders = List.copyOf(emptyFolders);
    }

    void seen(int more) {
        progress = progress.next(more);
        long now = clock.millis();
        if (now - logged >= LOG_EVERY_MS) {
            logged = now;
            LOG.info("[catalog] Looked at %,d of %,d files, %,d a second, about %,d s left"
                    .formatted(progress.seen(), progress.total(), progress.perSecond(now), progress.secondsLeft(now)));
        }
    }

    void refused() {
        progress = progress.refused(1);
    }

    void filesDone() {
        filesDone = clock.millis();
    }

    void covers(int wanted) {
        progress = progress.covers(wanted);
    }

    void end() {
        progress = progress.ended(clock.millis(), isEnding());
    }

    String summary() {
        return "Looked at %,d of %,d files in %.2f s, %,d could not be read; counted and looked for covers in %.2f s"
                .formatted(
                        progress.seen(),
                        progress.total(),
                        (filesDone - progress.started()) / 1000.0,
                        progress.refused(),
                        (progress.ended() - filesDone) / 1000.0);
    }
}
