package app.tutti.catalog.store.control;

import app.tutti.catalog.store.entity.ScannedFile;
import java.time.Instant;

/**
 * A file that has been read.
 *
 * @param trackId the track that it was before, wherever it lay; null when it is new
 * @param added when it came, for a new one
 */
public record TrackToStore(ScannedFile scanned, Long trackId, Instant added) {}
