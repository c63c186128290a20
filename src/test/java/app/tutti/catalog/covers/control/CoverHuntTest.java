package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.control.TestFiles;
import app.tutti.catalog.files.entity.AudioFormat;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In {@code src/test/resources/catalogue/covers} what is to be the cover is green, and what is not is red. */
class CoverHuntTest {
    @TempDir
    Path place;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "front-not-first/a.flac",
                "front-not-first/b.mp3",
                "front-not-first/c.opus",
                "front-not-first/d.mp3",
                "above-the-discs/CD2/01.flac",
                "webp/a.flac"
            })
    void theFrontCoverIsTaken(String file) throws Exception {
        assertGreen(found(CoverHuntTest.file(file)));
    }

    @Test
    void theNextPictureIsTriedWhereOneCannotBeRead() throws Exception {
        Path song = Files.write(place.resolve("a.flac"), TestFiles.bytes("pictured.flac"));
        byte[] broken = Files.readAllBytes(song);
        int jpeg = new String(broken, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00d8\u00ff");
        assertTrue(jpeg > 0, "the file must have a picture");
        broken[jpeg] = 0;
        Files.write(song, broken);
        Files.writeString(place.resolve("cover.jpg"), "no picture");
        Files.copy(file("webp/cover.webp"), place.resolve("folder.webp"));
        assertGreen(found(song));
    }

    private String found(Path song) throws Exception {
        MusicFolders folders = new MusicFolders(Optional.of(song.getRoot().toString()), null, null);
        CoverHunt hunt = new CoverHunt(covers(), folders);
        AudioFormat format = AudioFormat.of(song.getFileName().toString()).orElseThrow();
        return hunt.look(new CoverHunt.Wanted(1, List.of(new CoverHunt.Place(song, format))))
                .orElseThrow()
                .sha256()
                .orElseThrow();
    }

    private CoverFiles covers() {
        return new CoverFiles(new DiskCovers(place.resolve("covers")));
    }

    private void assertGreen(String sha256) throws Exception {
        Color middle = new Color(
                ImageIO.read(covers().find(sha256).orElseThrow().toFile()).getRGB(5, 5));
        assertTrue(middle.getGreen() > 100 && middle.getRed() < 100, middle.toString());
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/catalogue/covers").resolve(name).toAbsolutePath();
    }
}
