package app.tutti.catalog.files.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The few pieces that Tutti brings along, so that the first minute has music. */
@ApplicationScoped
public class DemoLibrary {
    private static final String RESOURCES = "/WEB-INF/classes/demo/";

    private ServletContext application;
    private Path folder;

    protected DemoLibrary() {}

    @Inject
    DemoLibrary(@ConfigProperty(name = "TUTTI_DATA_DIR") String dataFolder) {
        folder = Path.of(dataFolder).toAbsolutePath().normalize().resolve("demo");
    }

    /** Says where the pieces are. An injected ServletContext would be a proxy that works only during a request. */
    public void comeWith(ServletContext application) {
        this.application = application;
    }

    public Path folder() {
        return folder;
    }

    /** Writes the pieces to the data folder; those that are there already stay untouched. */
    synchronized void unpack() {
        try {
            Files.createDirectories(folder);
            unpack(RESOURCES);
        } catch (IOException full) {
            throw new UncheckedIOException("The demo library cannot be written to " + folder, full);
        }
    }

    private void unpack(String resources) throws IOException {
        Set<String> paths = application.getResourcePaths(resources);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (path.endsWith("/")) {
                unpack(path);
            } else {
                copy(path, folder.resolve(path.substring(RESOURCES.length())));
            }
        }
    }

    private void copy(String resource, Path file) throws IOException {
        try (InputStream input = application.getResourceAsStream(resource)) {
            byte[] piece = input.readAllBytes();
            if (!Files.exists(file) || !Arrays.equals(piece, Files.readAllBytes(file))) {
                Files.createDirectories(file.getParent());
                Files.write(file, piece);
            }
        }
    }
}
