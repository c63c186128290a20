package app.tutti.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, carried inside the application and unpacked once into the data folder. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that has {@code bin/initdb} and {@code bin/pg_ctl}. */
    static Path unpackInto(Path folder) throws IOException {
        String archive = "postgres-" + platform() + ".txz";
        URL packed = PostgresBinaries.class.getResource("/" + archive);
        if (packed == null) {
            throw new IOException("this build has no PostgreSQL for " + platform());
        }
        Path home = folder.resolve("programs-" + version());
        if (!Files.exists(home)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(folder), "unpacking");
            try (InputStream bytes = packed.openStream()) {
                untar(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes))), unfinished);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    /** Written by the build, so that an upgrade unpacks anew. */
    private static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream file = PostgresBinaries.class.getResourceAsStream("/build.properties")) {
            build.load(file);
        }
        return build.getProperty("postgres.version");
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
        return name + "-" + (machine.contains("aarch64") ? "arm_64" : "x86_64");
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("an entry of the archive leaves its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(path.getParent());
                Files.copy(tar, path);
                if ((entry.getMode() & 0100) != 0 && Files.getFileStore(path).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
