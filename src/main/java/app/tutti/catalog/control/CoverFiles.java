package app.tutti.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The covers on disk, each under the hash of its content. */
@ApplicationScoped
public class CoverFiles {
    private Path folder;

    protected CoverFiles() {}

    @Inject
    CoverFiles(@ConfigProperty(name = "TUTTI_DATA_DIR") String dataFolder) {
        folder = Path.of(dataFolder).toAbsolutePath().normalize().resolve("covers");
    }

    /** Writes the picture as a cover; returns its hash. */
    String keep(byte[] picture) throws FileRefused {
        byte[] jpeg = CoverPicture.of(picture);
        String sha256 = sha256(jpeg);
        try {
            write(jpeg, file(sha256));
        } catch (IOException full) {
            throw new UncheckedIOException("A cover cannot be written to " + folder, full);
        }
        return sha256;
    }

    public Optional<Path> find(String sha256) {
        return Optional.of(file(sha256)).filter(Files::isRegularFile);
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
            for (Path small : CoverSizes.files(folder, sha256)) {
                Files.deleteIfExists(small);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException("A cover cannot be deleted from " + folder, stays);
        }
    }

    Path folder() {
        return folder;
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ".jpg");
    }

    /** In one step, so that a half-written file is never seen. */
    private void write(byte[] jpeg, Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "cover", ".part");
            Files.write(unfinished, jpeg);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
