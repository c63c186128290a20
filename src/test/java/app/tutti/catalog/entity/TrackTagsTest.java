package app.tutti.catalog.entity;

import static app.tutti.catalog.entity.TagName.ARTIST;
import static app.tutti.catalog.entity.TagName.NUMBER;
import static app.tutti.catalog.entity.TagName.RELEASE;
import static app.tutti.catalog.entity.TagName.TITLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        assertEquals(Credit.of("Some Folk"), told.artist());
        assertEquals("Their Record", told.release());
    }

    @Test
    void aFileWithoutFoldersIsByNobodyKnown() {
        TrackTags told = silent().or(FileNames.of(MUSIC, MUSIC.resolve("Hidden Song.flac")));
        assertEquals(Credit.of("[unknown]"), told.artist());
        assertEquals("[unknown]", told.release());
    }

    @Test
    void tagsWinOverFolders() {
        TrackTags tags = tags(Map.of(TITLE, "Title", ARTIST, "Artist", RELEASE, "Release", NUMBER, "2"));
        assertEquals(tags, tags.or(FileNames.of(MUSIC, MUSIC.resolve("a/b/c.mp3"))));
    }

    private static TrackTags silent() {
        return tags(Map.of(TITLE, "", ARTIST, "\0", RELEASE, " "));
    }

    private static TrackTags tags(Map<TagName, String> values) {
        return TrackTags.of(name -> values.containsKey(name) ? List.of(values.get(name)) : List.of());
    }
}
