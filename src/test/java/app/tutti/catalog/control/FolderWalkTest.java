package app.tutti.catalog.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    @TempDir
    Path place;

    private Path music;

    @BeforeEach
    void someMusic() throws IOException {
        music = Files.createDirectories(place.resolve("music"));
        Files.createDirectories(music.resolve("Ana/First Light"));
        Files.writeString(music.resolve("Ana/First Light/b.FLAC"), "x");
        Files.writeString(music.resolve("a.mp3"), "x");
        Files.writeString(music.resolve("readme.txt"), "x");
    }

    @Test
    void musicIsFoundInEveryFolderAndInOrder() {
        assertEquals(List.of(music.resolve("Ana/First Light/b.FLAC"), music.resolve("a.mp3")), found(music));
    }

    @Test
    void aMissingFolderLeavesTheOthersAlone() {
        FolderWalk walk = FolderWalk.through(List.of(place.resolve("unplugged"), music));
        assertEquals(2, walk.files().size());
        assertTrue(walk.couldNotSee(place.resolve("unplugged/song.mp3")), "it may come back");
        assertFalse(walk.couldNotSee(music.resolve("gone.mp3")));
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        Path secret = Files.writeString(place.resolve("secret.mp3"), "x");
        Files.createSymbolicLink(music.resolve("link.mp3"), secret);
        assertEquals(2, found(music).size());
        assertFalse(folders(music).hold(music.resolve("link.mp3")));
    }

    @Test
    void aMusicFolderThatIsALinkKeepsItsName() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("link"), music);
        assertEquals(link.resolve("a.mp3"), found(link).getLast());
        assertTrue(folders(link).hold(link.resolve("a.mp3")));
    }

    @Test
    void onlyWhatIsInsideAMusicFolderIsHeld() throws IOException {
        Files.writeString(place.resolve("outside.mp3"), "x");
        assertTrue(folders(music).hold(music.resolve("a.mp3")), "inside");
        assertFalse(folders(music).hold(place.resolve("outside.mp3")));
        assertFalse(folders(music).hold(music.resolve("../outside.mp3")));
        assertFalse(folders(music).hold(music.resolve("gone.mp3")));
    }

    private static List<Path> found(Path folder) {
        return FolderWalk.through(List.of(folder)).files().stream()
                .map(file -> file.path())
                .toList();
    }

    private static MusicFolders folders(Path folder) {
        return new MusicFolders(Optional.of(folder.toString()), null, null);
    }
}
