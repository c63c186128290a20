package app.tutti.catalog.entity;

/**
 * A file that has been read, ready to be stored.
 *
 * @param content a hash of the file, the same wherever it lies
 */
public record ScannedFile(MusicFile file, String content, Sound sound, TrackTags tags) {
    public ReleaseKey releaseKey() {
        return ReleaseKey.of(file, tags);
    }
}
