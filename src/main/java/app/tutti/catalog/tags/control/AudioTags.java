package app.tutti.catalog.tags.control;

import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;

/** What a file is and says. */
public record AudioTags(Sound sound, TrackTags track) {}
