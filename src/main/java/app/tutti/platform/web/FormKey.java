package app.tutti.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * What the tokens of forms are signed with: kept in the data folder, so that a page which stays open over a restart can
 * still send what was written in it.
 */
final class FormKey {
    private static final System.Logger LOG = System.getLogger(FormKey.class.getName());
    private static final String FILE = "form-key";
    private static final int BYTES = 32;

    private FormKey() {}

    /** One that lasts as long as this process where the folder cannot be used. */
    static byte[] keptIn(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            byte[] kept = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            return kept.length == BYTES ? kept : make(file);
        } catch (IOException unusable) {
            LOG.log(System.Logger.Level.WARNING, "[server] Forms will not outlive a restart: {0}", unusable.toString());
            return random();
        }
    }

    private static byte[] make(Path file) throws IOException {
        byte[] made = random();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.readAllBytes(Files.write(file, made));
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
