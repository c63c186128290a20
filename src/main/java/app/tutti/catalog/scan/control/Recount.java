package app.tutti.catalog.scan.control;

import app.tutti.catalog.store.control.Affected;
import app.tutti.catalog.store.control.CatalogUpkeep;
import java.time.Clock;

/** Has artists and genres counted again while a scan goes on, so that what has been read is shown while the rest is. */
final class Recount {
    private static final long COUNT_EVERY_MS = 3_000;

    private final CatalogUpkeep upkeep;
    private final Clock clock;
    private final Affected affected = new Affected();
    private long counted;

    Recount(CatalogUpkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        this.clock = clock;
        this.counted = clock.millis();
    }

    void add(Affected more) {
        affected.addAll(more);
    }

    void nowAndThen() {
        if (clock.millis() - counted > COUNT_EVERY_MS) {
            now();
            counted = clock.millis();
        }
    }

    void now() {
        upkeep.count(affected);
    }
}
