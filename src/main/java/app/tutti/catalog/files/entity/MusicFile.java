package app.tutti.catalog.files.entity;

import java.nio.file.Path;

/**
 * A file found in a music folder.
 *
 * @param size in bytes
 * @param mtime when it was last modified, in milliseconds since 1970
 * @param fileKey what the file system knows it by under any name; null where it has no such thing
 * @param lyrics when the words that lie beside it were last modified; 0 when there are none
 * @param numbered whether its name, and that of all music beside it, begins with a number
 */
public record MusicFile(
        Path path,
        Path musicFolder,
        AudioFormat format,
        long size,
        long mtime,
        String fileKey,
        long lyrics,
        boolean numbered) {
    public MusicFile(Path path, Path musicFolder, AudioFormat format, long size, long mtime, String fileKey) {
        this(path, musicFolder, format, size, mtime, fileKey, 0, false);
    }

    public MusicFile beside(long itsLyrics, boolean allNumbered) {
        return new MusicFile(path, musicFolder, format, size, mtime, fileKey, itsLyrics, allNumbered);
    }

    /** The folder of its release, which may have one of its own for each disc. */
    public Path releaseFolder() {
        return DiscFolder.release(musicFolder, path.getParent());
    }
}
