package app.tutti.catalog.scan.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.covers.control.CoverHunt;
import app.tutti.catalog.covers.control.DiskCovers;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.control.TestFiles;
import app.tutti.catalog.files.entity.MusicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    void whatIsNotMusicIsPassedOverAndCounted() throws IOException {
        for (String folder : List.of(
                "$RECYCLE.BIN/S-1-5-21",
                ".stversions/a",
                ".Trash-1000/files",
                "@eaDir",
                ".hidden",
                "#recycle",
                "Marked/Under",
                "Ignored")) {
            Files.writeString(Files.createDirectories(music.resolve(folder)).resolve("x.mp3"), "x");
        }
        Files.createFile(music.resolve("Marked/.nomedia"));
        Files.createFile(music.resolve("Ignored/.ndignore"));
        Files.writeString(music.resolve("._a.mp3"), "AppleDouble");
        FolderWalk walk = FolderWalk.through(List.of(music));
        assertEquals(2, walk.files().size(), walk.files().toString());
        assertEquals(9, walk.leftOut());
        assertEquals(
                List.of(),
                FolderWalk.into(List.of(music.resolve("Marked/Under"), music.resolve(".hidden")), List.of(music))
                        .files());
    }

    @Test
    void namesThatBeginWithDotsMayBeMusic() throws IOException {
        Path folder = Files.createDirectories(music.resolve("...And You Will Know Us"));
        Files.writeString(folder.resolve("...Baby.mp3"), "x");
        assertEquals(3, found(music).size());
    }

    @Test
    void wordsAndPicturesBesideAreSeen() throws IOException {
        FolderWalk before = FolderWalk.through(List.of(music));
        assertEquals(0, before.files().getLast().lyrics());
        Files.writeString(music.resolve("a.lrc"), "[00:01.00]la");
        Files.writeString(music.resolve("cover.webp"), "x");
        FolderWalk after = FolderWalk.through(List.of(music));
        assertTrue(after.files().getLast().lyrics() > 0, "they have a time");
        assertNotEquals(
                before.pictures().get(music.toString()), after.pictures().get(music.toString()));
    }

    /** Whoever opens one waits for somebody who writes into it. */
    @Test
    @Timeout(60)
    void aPipeOrALinkThatLeadsOutIsNoFileToOpen() throws Exception {
        Process made = new ProcessBuilder(
                        "mkfifo",
                        music.resolve("cover.jpg").toString(),
                        music.resolve("a.lrc").toString(),
                        music.resolve("pipe.mp3").toString())
                .start();
        assumeTrue(made.waitFor() == 0);
        Path secret = Files.write(place.resolve("private.jpg"), TestFiles.bytes("cover.jpg"));
        Files.createSymbolicLink(music.resolve("folder.jpg"), secret);
        Files.write(music.resolve("a.mp3"), TestFiles.bytes("one.mp3"));
        assertEquals(2, found(music).size(), "the pipe is no music");
        MusicFile song = FolderWalk.through(List.of(music)).files().getLast();
        FileReading.read(song);
        CoverHunt hunt = new CoverHunt(new CoverFiles(new DiskCovers(place.resolve("covers"))), folders(music));
        CoverHunt.Wanted wanted = new CoverHunt.Wanted(1, List.of(new CoverHunt.Place(song.path(), song.format())));
        assertEquals(Optional.empty(), hunt.look(wanted).orElseThrow().sha256());
        assertFalse(folders(music).hold(music.resolve("pipe.mp3")));
        Files.copy(secret, music.resolve("front.jpg"));
        assertTrue(hunt.look(wanted).orElseThrow().sha256().isPresent(), "a plain file is");
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
