package app.tutti.catalog.control;

import app.tutti.catalog.entity.MusicFile;

/** A file as it was when it was last read. */
public record KnownFile(long trackId, String path, long size, long mtime) {
    boolean isStill(MusicFile file) {
        return size == file.size() && mtime == file.mtime();
    }
}
