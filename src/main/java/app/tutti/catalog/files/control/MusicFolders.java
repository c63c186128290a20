package app.tutti.catalog.files.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders that music comes from: those in the settings, else the demo library. */
@ApplicationScoped
public class MusicFolders {
    private static final Logger LOG = Logger.getLogger(MusicFolders.class.getName());

    private List<Path> folders;
    private DemoLibrary demo;
    private PublicCatalogue others;

    protected MusicFolders() {}

    @Inject
    public MusicFolders(
            @ConfigProperty(name = "TUTTI_MUSIC_DIR") Optional<String> configured,
            DemoLibrary demo,
            PublicCatalogue others) {
        this.demo = demo;
        this.others = others;
        this.folders = configured
                .filter(value -> !value.isBlank())
                .map(MusicFolders::split)
                .orElse(List.of());
    }

    /** Unpacks the demo library, if that is what is played. */
    public void putInPlace() {
        if (areOurs()) {
            demo.unpack();
        }
    }

    /** Whether it is a plain file that, with all links resolved, is really inside one of the folders. */
    public boolean hold(Path file) {
        // Whoever opens a pipe waits for somebody who writes, perhaps for ever.
        return Files.isRegularFile(file) && folders().stream().anyMatch(folder -> isInside(file, folder));
    }

    /** The path as others may know it: inside its folder, not where that is on this machine. */
    public Path within(Path file) {
        return folders().stream()
                .filter(file::startsWith)
                .findFirst()
                .map(folder -> folder.relativize(file))
                .orElse(file.getFileName());
    }

    /** As the settings name them. */
    public List<Path> folders() {
        return areOurs() ? List.of(demo.folder()) : folders;
    }

    /** Whether nobody has named a folder, nor shows here what is in those of another server. */
    public boolean areOurs() {
        return folders.isEmpty() && !others.isTaken();
    }

    private static boolean isInside(Path file, Path folder) {
        try {
            return file.startsWith(folder) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<Path> split(String setting) {
        return Stream.of(setting.split(File.pathSeparator))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(MusicFolders::path)
                .distinct()
                .toList();
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name).toAbsolutePath().normalize());
        } catch (InvalidPathException impossible) {
            LOG.warning("[catalog] TUTTI_MUSIC_DIR names a folder that cannot exist: " + impossible.getMessage());
            return Stream.empty();
        }
    }
}
