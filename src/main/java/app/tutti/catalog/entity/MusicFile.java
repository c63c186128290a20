package app.tutti.catalog.entity;

import java.nio.file.Path;

/**
 * A file found in a music folder.
 *
 * @param size in bytes
 * @param mtime when it was last modified, in milliseconds since 1970
 * @param fileKey what the file system knows it by under any name; null where it has no such thing
 */
public record MusicFile(Path path, Path musicFolder, AudioFormat format, long size, long mtime, String fileKey) {}
