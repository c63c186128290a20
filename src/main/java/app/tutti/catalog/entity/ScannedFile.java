package app.tutti.catalog.entity;

/**
 * A file that has been read, ready to be stored.
 *
 * @param coverSha256 the picture found for its release; null when there is none or when it was not looked for
 */
public record ScannedFile(MusicFile file, TrackTags tags, String coverSha256) {}
