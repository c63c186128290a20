package app.tutti.catalog.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The picture that lies beside the music: {@code cover.jpg}, {@code folder.png}, {@code front.jpeg}. */
final class FolderPicture {
    private static final List<String> NAMES = List.of("cover", "folder", "front");
    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "png", "gif");

    private FolderPicture() {}

    static Optional<byte[]> in(Path folder) throws FileRefused {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> best = files.filter(file -> rank(file) < Integer.MAX_VALUE)
                    .min(Comparator.comparingInt(FolderPicture::rank));
            return best.isPresent() ? Optional.of(bytes(best.get())) : Optional.empty();
        } catch (IOException unreadable) {
            throw new FileRefused("the folder's picture cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        int place = NAMES.indexOf(name.substring(0, Math.max(0, dot)));
        return place >= 0 && EXTENSIONS.contains(name.substring(dot + 1)) ? place : Integer.MAX_VALUE;
    }

    private static byte[] bytes(Path file) throws IOException, FileRefused {
        if (Files.size(file) > CoverPicture.MOST_BYTES) {
            throw new FileRefused("%s has %,d bytes".formatted(file.getFileName(), Files.size(file)));
        }
        return Files.readAllBytes(file);
    }
}
