package app.tutti.catalog.scan.control;

import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.covers.control.CoverHunt;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.store.control.CatalogUpkeep;
import app.tutti.catalog.store.control.UpsertCache;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second half of a scan: pictures take longer than tags, so they come when all tags are there. */
final class CoverScan {
    private static final int STORED_AT_ONCE = 20;

    private final MusicFolders folders;
    private final WantedCovers wanted;
    private final ScanState state;
    private final Recount recount;

    CoverScan(MusicFolders folders, WantedCovers wanted, CatalogUpkeep upkeep, ScanState state, Clock clock) {
        this.folders = folders;
        this.wanted = wanted;
        this.state = state;
        this.recount = new Recount(upkeep, clock);
    }

    /** @return how many covers were found and could not be kept */
    int run(CoverFiles files) {
        if (state.isEnding()) {
            return 0;
        }
        CoverHunt hunt = new CoverHunt(files, folders);
        UpsertCache covers = UpsertCache.ofCovers();
        List<CoverHunt.Wanted> releases = wanted.all();
        state.covers(releases.size());
        int left = releases.size();
        int unkept = 0;
        List<CoverHunt.Found> found = new ArrayList<>();
        try (ReadAhead<CoverHunt.Wanted, Optional<CoverHunt.Found>> ahead = new ReadAhead<>(releases, hunt::look)) {
            for (var one = ahead.take(); one.isPresent() && !state.isEnding(); one = ahead.take()) {
                left--;
                one.get().ifPresent(found::add);
                unkept += one.get().isPresent() ? 0 : 1;
                if (found.size() == STORED_AT_ONCE) {
                    recount.add(wanted.found(covers, found));
                    state.covers(left);
                    found.clear();
                    recount.nowAndThen();
                }
            }
            recount.add(wanted.found(covers, found));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        recount.now();
        state.covers(0);
        return unkept;
    }
}
