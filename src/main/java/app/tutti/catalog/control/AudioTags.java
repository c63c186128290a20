package app.tutti.catalog.control;

import app.tutti.catalog.entity.TrackTags;
import java.util.Optional;

/** What a file holds beside its sound; {@code picture} is an image file as it was embedded, not yet looked at. */
record AudioTags(TrackTags track, Optional<byte[]> picture) {}
