package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.files.control.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverFilesTest {
    @TempDir
    Path data;

    @Test
    void theSamePictureIsKeptOnce() throws Exception {
        CoverFiles files = new CoverFiles(new DiskCovers(data.resolve("covers")));
        String first = files.keep(TestFiles.bytes("cover.jpg"));
        String second = files.keep(TestFiles.bytes("cover.jpg"));
        assertEquals(first, second);
        try (var kept = Files.list(data.resolve("covers"))) {
            assertEquals(1, kept.count());
        }
    }

    @Test
    void aCoverIsThereUntilItIsRemoved() throws Exception {
        CoverFiles files = new CoverFiles(new DiskCovers(data.resolve("covers")));
        String cover = files.keep(TestFiles.bytes("cover.jpg"));
        assertTrue(files.find(cover).isPresent(), "kept");
        files.remove(List.of(cover));
        assertFalse(files.find(cover).isPresent());
    }

    @Test
    void theFoldersPictureIsFoundWhateverItsCase() throws Exception {
        Files.write(data.resolve("Folder.PNG"), new byte[] {2});
        Files.write(data.resolve("COVER.jpeg"), new byte[] {1});
        Files.write(data.resolve("notes"), new byte[] {3});
        Files.write(data.resolve("AlbumArt_{0-1}_Large.jpg"), new byte[] {4});
        Files.write(data.resolve("AlbumArtSmall.jpg"), new byte[] {4});
        assertEquals(
                List.of("COVER.jpeg", "Folder.PNG", "AlbumArt_{0-1}_Large.jpg", "AlbumArtSmall.jpg"),
                FolderPicture.in(data).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }
}
