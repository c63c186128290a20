package app.tutti.catalog.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrackTagsTest {
    private static final Path MUSIC = Path.of("/music");

    @Test
    void aNumberIsWhatATagStartsWith() {
        assertEquals(3, TrackTags.number("3/12"));
        assertEquals(1999, TrackTags.number("1999-04-01"));
        assertEquals(7, TrackTags.number("007"));
    }

    @Test
    void aNumberThatMakesNoSenseIsNone() {
        assertNull(TrackTags.number(null));
        assertNull(TrackTags.number("A1"));
        assertNull(TrackTags.number("0"));
        assertNull(TrackTags.number("-3"));
        assertNull(TrackTags.number("99999999999999"));
    }

    @Test
    void whatTagsDoNotTellTheFoldersDo() {
        TrackTags told = silent().or(FileNames.of(MUSIC, MUSIC.resolve("Some Folk/Their Record/Hidden Song.flac")));
        assertEquals("Hidden Song", told.title());
        assertEquals("Some Folk", told.artist());
        assertEquals("Some Folk", told.releaseArtist());
        assertEquals("Their Record", told.release());
    }

    @Test
    void aFileWithoutFoldersIsByNobodyKnown() {
        TrackTags told = silent().or(FileNames.of(MUSIC, MUSIC.resolve("Hidden Song.flac")));
        assertEquals("[unknown]", told.artist());
        assertEquals("[unknown]", told.release());
    }

    @Test
    void tagsWinOverFolders() {
        TrackTags tags = new TrackTags("Title", "Artist", "Band", "Release", 1, 2, 1999, 1000);
        assertEquals(tags, tags.or(FileNames.of(MUSIC, MUSIC.resolve("a/b/c.mp3"))));
    }

    private static TrackTags silent() {
        return new TrackTags(null, "", "\0", " ", null, null, null, 0);
    }
}
