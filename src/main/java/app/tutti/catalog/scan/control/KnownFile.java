package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.entity.MusicFile;

/**
 * A file as it was when it was last read.
 *
 * @param lyrics when the words beside it were last modified; 0 when there were none
 * @param gone whether it was not there when it was last looked for
 */
public record KnownFile(
        long trackId,
        String path,
        long size,
        long mtime,
        boolean gone,
        String content,
        String fileKey,
        long duration,
        long lyrics) {
    /** With the words beside it. */
    boolean isStill(MusicFile file) {
        return isItself(file) && lyrics == file.lyrics();
    }

    boolean isItself(MusicFile file) {
        return size == file.size() && mtime == file.mtime();
    }
}
