package app.tutti.catalog.scan.control;

import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.scan.entity.ScanProgress;
import app.tutti.catalog.store.control.CatalogUpkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/** Makes the catalogue agree with the music folders. One scan at a time; its progress can be read from any thread. */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class.getName());

    @Inject
    MusicFolders folders;

    @Inject
    CoverFiles covers;

    @Inject
    ScanStore store;

    @Inject
    CatalogUpkeep upkeep;

    @Inject
    WantedCovers wanted;

    private final Clock clock = Clock.systemUTC();
    private final ScanState state = new ScanState(clock);
    private final Lock scanning = new ReentrantLock();
    private boolean counted;
    private volatile int unkeptCovers;

    public ScanProgress progress() {
        return state.progress();
    }

    /** Music folders that looked empty although there had been music in them; nothing in them was marked as gone. */
    public List<Path> emptyFolders() {
        return state.emptyFolders();
    }

    /** How many recycle bins, hidden folders and the like there are in the music folders, whose content is left out. */
    public int leftOut() {
        return state.leftOut();
    }

    /** Whether the last scan found covers that it could not keep, so that another one should follow by itself. */
    public boolean owesCovers() {
        return unkeptCovers > 0;
    }

    /** Ends a running scan after what it is at. What it has stored stays, and the next goes on from there. */
    public void cancel() {
        state.cancel();
    }

    /** Ends a running scan, and begins no more. */
    public void stop() {
        state.stop();
    }

    public void scan() {
        scan(ScanOrder.CHANGES);
    }

    public void scan(ScanOrder order) {
        // Not synchronized: the proxy's method would be as well, and whoever waits would lock it for everybody.
        scanning.lock();
        try {
            scanAlone(order);
        } finally {
            scanning.unlock();
        }
    }

    private void scanAlone(ScanOrder order) {
        state.begin();
        try {
            new Scan(order, folders, store, upkeep, state, clock).files();
            count();
            unkeptCovers = new CoverScan(folders, wanted, upkeep, state, clock).run(covers);
            if (unkeptCovers > 0) {
                LOG.warning("[catalog] %,d covers could not be kept; they are looked for again later"
                        .formatted(unkeptCovers));
            }
            if (!state.isEnding()) {
                covers.remove(upkeep.tidy(clock.instant()));
            }
        } finally {
            state.end();
        }
        LOG.info("[catalog] " + state.summary());
    }

    /** Once, because a server that was killed may have left a scan that had not counted. */
    private void count() {
        if (!counted && !state.isEnding()) {
            upkeep.countEverything();
            counted = true;
        }
    }
}
