package app.tutti.catalog.files.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscFolderTest {
    private static final Path MUSIC = Path.of("/music");

    @ParameterizedTest
    @CsvSource({
        "CD1,1",
        "CD 02,2",
        "cd_3 - Live,3",
        "Disc One,1",
        "DISK TWO,2",
        "Disc II,2",
        "Диск 1,1",
        "диск два,2",
        "Disque deux,2",
        "Disco três,3",
        "Side A,1",
        "Side B - Night,2",
        "Seite 2,2",
        "Lado B,2",
        "ディスク2,2",
        "第二碟,2",
        "LP 2,2",
        "Two Rooms (CD2),2",
        "Two Rooms [Disc 10],10",
        "Two Rooms - Disc 3,3",
        "Vol. 2,2"
    })
    void aDiscsFolderTellsItsNumber(String name, int number) {
        assertEquals(number, DiscFolder.of(Path.of(name)).orElseThrow().number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Discovery",
                "CDs",
                "Sides of Blue",
                "Disco 2000",
                "Live at Side One Club",
                "Two Rooms",
                "1989",
                "Volume"
            })
    void otherFoldersAreNoDiscs(String name) {
        assertEquals(Optional.empty(), DiscFolder.of(Path.of(name)));
    }

    @Test
    void aReleaseLiesAboveItsDiscs() {
        assertEquals(MUSIC.resolve("Ana/Two Rooms"), DiscFolder.release(MUSIC, MUSIC.resolve("Ana/Two Rooms/CD1")));
        assertEquals(MUSIC.resolve("Ana/Two Rooms"), DiscFolder.release(MUSIC, MUSIC.resolve("Ana/Two Rooms (CD 1)")));
        assertEquals(MUSIC, DiscFolder.release(MUSIC, MUSIC));
    }
}
