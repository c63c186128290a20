package app.tutti.catalog.covers.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where pictures are kept, each under a name such as {@code sizes/….webp}. Safe for use by many threads. */
public interface CoverStore extends AutoCloseable {
    /** The picture as a file to read; empty also while the store cannot be reached. */
    Optional<Path> find(String name);

    /** Of pictures with one name the first stays: names tell what is in them. */
    void keep(String name, byte[] picture) throws IOException;

    /** It may have gone already. */
    void remove(String name) throws IOException;

    @Override
    default void close() {}
}
