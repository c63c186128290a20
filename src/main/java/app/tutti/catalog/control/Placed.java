package app.tutti.catalog.control;

import app.tutti.catalog.entity.ScannedFile;

/** A file that has been read, and the track that it was before, wherever it lay; null when it is new. */
record Placed(ScannedFile scanned, Long trackId) {}
