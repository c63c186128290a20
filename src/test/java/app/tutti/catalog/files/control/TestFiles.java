package app.tutti.catalog.files.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files under {@code src/test/resources/catalog}, made by {@code make.sh} there. */
public final class TestFiles {
    private TestFiles() {}

    public static Path path(String name) {
        try {
            return Path.of(TestFiles.class.getResource("/catalog/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
