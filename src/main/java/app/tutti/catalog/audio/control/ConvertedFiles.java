package app.tutti.catalog.audio.control;

import app.tutti.catalog.files.control.Sha256;
import app.tutti.catalog.files.entity.AudioFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Copies of tracks in formats that browsers play, on disk. When they take more room than they may, those go first that
 * nobody has asked for longest; when that was is the file's time of access, which outlives a restart.
 */
@ApplicationScoped
public class ConvertedFiles {
    private static final String UNFINISHED = ".part";

    private Path folder;
    private long mostBytes;

    protected ConvertedFiles() {}

    @Inject
    public ConvertedFiles(
            @ConfigProperty(name = "TUTTI_DATA_DIR") String dataFolder,
            @ConfigProperty(name = "TUTTI_CONVERTED_MB") int mostMegabytes) {
        this(Path.of(dataFolder).toAbsolutePath().normalize().resolve("converted"), (long) mostMegabytes << 20);
    }

    public ConvertedFiles(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Deletes what was being written when Tutti was killed. */
    void clear() {
        try {
            Files.createDirectories(folder);
            for (Path file : files()) {
                if (file.toString().endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Nothing can be written to " + folder, unwritable);
        }
    }

    /** Where the copy of a file as it is now has its place, made or not. */
    public Path place(Path source, AudioFormat format) throws IOException {
        BasicFileAttributes now = Files.readAttributes(source, BasicFileAttributes.class);
        String version = source + "\n" + now.size() + "\n" + now.lastModifiedTime();
        return folder.resolve(Sha256.of(version.getBytes(StandardCharsets.UTF_8)) + "."
                + format.name().toLowerCase(Locale.ROOT));
    }

    /** It is there, and is asked for now. */
    Optional<Path> find(Path place) {
        try {
            Files.getFileAttributeView(place, BasicFileAttributeView.class)
                    .setTimes(null, FileTime.from(Instant.now()), null);
            return Optional.of(place);
        } catch (NoSuchFileException notMade) {
            return Optional.empty();
        } catch (IOException unwritable) {
            // It can be played all the same.
            return Optional.of(place).filter(Files::isRegularFile);
        }
    }

    /** Of its own for each who writes: one that was given up may still be at its end. */
    Path unfinished() throws IOException {
        return Files.createTempFile(folder, "copy", UNFINISHED);
    }

    /** No copy is larger than all of them may be. */
    long mostBytes() {
        return mostBytes;
    }

    /** In one step, so that a half-written file is never seen. */
    void keep(Path unfinished, Path place) throws IOException {
        if (Files.size(unfinished) >= mostBytes) {
            throw new IOException("The copy is larger than all of them may be");
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeRoom();
    }

    /** Whoever reads one that is deleted has it open, and reads on. */
    private synchronized void makeRoom() throws IOException {
        List<Copy> copies = copies();
        long bytes = copies.stream().mapToLong(Copy::size).sum();
        for (Copy oldest : copies) {
            if (bytes <= mostBytes) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            bytes -= oldest.size();
        }
    }

    private List<Copy> copies() throws IOException {
        List<Copy> copies = new ArrayList<>();
        for (Path file : files()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile() && !file.toString().endsWith(UNFINISHED)) {
                copies.add(new Copy(file, attributes.size(), attributes.lastAccessTime()));
            }
        }
        copies.sort(Comparator.comparing(Copy::asked));
        return copies;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private record Copy(Path file, long size, FileTime asked) {}
}
