package app.tutti.catalog.federation.control;

import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.federation.entity.PushAnswer;
import app.tutti.catalog.federation.entity.PushedBatch;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.store.control.CatalogUpkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** What home servers tell of their catalogues; one piece at a time, each whole or not at all. */
@ApplicationScoped
public class HomeCatalogues {
    /** Each says every day that it is there. What one that is gone for so long has told of is not shown any more. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    @Inject
    PushStore store;

    @Inject
    CatalogUpkeep upkeep;

    @Inject
    CoverFiles covers;

    private final ReentrantLock one = new ReentrantLock();

    public PushAnswer take(UUID home, PushedBatch batch, Instant now) {
        one.lock();
        try {
            PushAnswer answer = store.pushed(home, now, tracks -> tracks.take(batch));
            // A few times while it grows from nothing.
            if (answer.taken() && Long.bitCount(answer.cursor()) == 1) {
                upkeep.measure();
            }
            if (answer.taken() && batch.isWhole()) {
                for (UUID silent : store.silentHomes(now.minus(PATIENCE))) {
                    store.pushed(silent, now, PushedTracks::forgotten);
                }
                covers.remove(upkeep.tidy(now));
            }
            return answer;
        } finally {
            one.unlock();
        }
    }

    /**
     * Keeps what a cover shows.
     *
     * @param sent its hash at home
     * @return whether there is a track that it belongs to
     * @throws FileRefused for what is no picture; it is not asked for again
     * @throws IOException when it cannot be kept now
     */
    public boolean take(UUID home, String sent, byte[] picture, Instant now) throws FileRefused, IOException {
        one.lock();
        try {
            if (!store.pushed(home, now, tracks -> tracks.wants(sent))) {
                return false;
            }
            keep(home, sent, picture, now);
            return true;
        } finally {
            one.unlock();
        }
    }

    private void keep(UUID home, String sent, byte[] picture, Instant now) throws FileRefused, IOException {
        try {
            String sha256 = covers.keep(picture);
            store.pushed(home, now, tracks -> tracks.covered(sent, sha256));
        } catch (FileRefused refused) {
            store.pushed(home, now, tracks -> tracks.covered(sent, null));
            throw refused;
        }
    }
}
