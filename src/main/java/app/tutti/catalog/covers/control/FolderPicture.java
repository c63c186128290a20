package app.tutti.catalog.covers.control;

import app.tutti.catalog.files.control.FileRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pictures that lie beside music and by their names are covers: {@code cover.jpg}, {@code folder.png}, {@code AlbumArt_….jpg}. */
public final class FolderPicture {
    private static final List<String> NAMES = List.of("cover", "folder", "front", "album");
    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "jfif", "png", "webp", "avif", "gif");

    /** What Windows' players write, with an id and a size behind it. */
    private static final String ALBUM_ART = "albumart";

    private FolderPicture() {}

    /** Whether a file of this name is one, if it can be read. */
    public static boolean mayBe(String name) {
        return rank(name) < Integer.MAX_VALUE;
    }

    /** The likeliest first. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> mayBe(name(file)))
                    .sorted(Comparator.comparingInt((Path file) -> rank(name(file)))
                            .thenComparing(FolderPicture::name))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    static byte[] bytes(Path file) throws FileRefused {
        try {
            if (Files.size(file) > CoverPicture.MOST_BYTES) {
                throw new FileRefused("%s has %,d bytes".formatted(file.getFileName(), Files.size(file)));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new FileRefused("the folder's picture cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static int rank(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        int dot = Math.max(0, name.lastIndexOf('.'));
        int extension = EXTENSIONS.indexOf(name.substring(dot + (dot < name.length() ? 1 : 0)));
        int place = place(name.substring(0, dot));
        return extension < 0 || place < 0 ? Integer.MAX_VALUE : place * EXTENSIONS.size() + extension;
    }

    private static int place(String stem) {
        if (!stem.startsWith(ALBUM_ART)) {
            return NAMES.indexOf(stem);
        }
        return NAMES.size() + (stem.endsWith("small") ? 2 : stem.endsWith("large") ? 0 : 1);
    }
}
