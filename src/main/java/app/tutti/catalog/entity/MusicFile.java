package app.tutti.catalog.entity;

import java.nio.file.Path;

/**
 * A file found in a music folder.
 *
 * @param size in bytes
 * @param mtime when it was last modified, in milliseconds since 1970
 */
public record MusicFile(Path path, Path musicFolder, AudioFormat format, long size, long mtime) {}
