package app.tutti.catalog.files.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows by their names the folders and files that lie beside music and hold none that anybody wants to hear: recycle bins,
 * older versions, what other systems note for themselves, and whatever somebody has marked.
 */
public final class NotMusic {
    private static final Set<String> FOLDERS = Set.of(
            "$recycle.bin",
            "recycler",
            "recycled",
            "#recycle",
            "@recycle",
            "@recently-snapshot",
            "#snapshot",
            "@eadir",
            "@tmp",
            "system volume information",
            "lost+found",
            "__macosx");

    /** Android's and Navidrome's ways to say that a folder is to be left alone. */
    private static final List<String> MARKERS = List.of(".nomedia", ".ndignore");

    private NotMusic() {}

    public static boolean isFolder(Path folder) {
        return isNamedSo(folder) || hasMarker(folder);
    }

    public static boolean isNamedSo(Path folder) {
        String name = name(folder);
        return isHidden(name) || FOLDERS.contains(name);
    }

    /** What macOS writes beside a file on disks of others (AppleDouble). */
    public static boolean isFile(Path file) {
        return name(file).startsWith("._");
    }

    public static boolean isMarker(Path file) {
        return MARKERS.contains(name(file));
    }

    public static boolean hasMarker(Path folder) {
        return MARKERS.stream().anyMatch(marker -> Files.exists(folder.resolve(marker)));
    }

    /** "...And You Will Know Us" is somebody's name. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") && !name.startsWith("..");
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
