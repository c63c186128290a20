package app.tutti.catalog.control;

import app.tutti.catalog.entity.MusicFile;

/**
 * A file as it was when it was last read.
 *
 * @param gone whether it was not there when it was last looked for
 */
record KnownFile(
        long trackId, String path, long size, long mtime, boolean gone, String content, String fileKey, long duration) {
    boolean isStill(MusicFile file) {
        return size == file.size() && mtime == file.mtime();
    }
}
