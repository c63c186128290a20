package app.tutti.catalog.control;

import app.tutti.catalog.entity.Sound;
import app.tutti.catalog.entity.TrackTags;

/** What a file is and says. */
record AudioTags(Sound sound, TrackTags track) {}
