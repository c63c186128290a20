package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.TrackTags;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Small files as people have them, under {@code src/test/resources/catalogue}, a folder for each kind. */
final class PeoplesFiles {
    private PeoplesFiles() {}

    static Path path(String name) {
        try {
            return Path.of(PeoplesFiles.class.getResource("/catalogue/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TrackTags read(String name) throws FileRefused {
        return TagReader.read(path(name), AudioFormat.of(name).orElseThrow()).track();
    }
}
