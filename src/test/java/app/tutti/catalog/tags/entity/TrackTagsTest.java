package app.tutti.catalog.tags.entity;

import static app.tutti.catalog.tags.entity.TagName.ARTIST;
import static app.tutti.catalog.tags.entity.TagName.NUMBER;
import static app.tutti.catalog.tags.entity.TagName.RELEASE;
import static app.tutti.catalog.tags.entity.TagName.TITLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.files.entity.MusicFile;
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
        TrackTags told = silent().or(names("Some Folk/Their Record/Hidden Song.flac"));
        assertEquals("Hidden Song", told.title());
        assertEquals(Credit.of("Some Folk"), told.artist());
        assertEquals("Their Record", told.release());
    }

    @Test
    void aFileWithoutFoldersIsByNobodyKnown() {
        TrackTags told = silent().or(names("Hidden Song.flac"));
        assertEquals(Credit.of("[unknown]"), told.artist());
        assertEquals("[unknown]", told.release());
    }

    @Test
    void tagsWinOverFolders() {
        TrackTags tags = tags(Map.of(TITLE, "Title", ARTIST, "Artist", RELEASE, "Release", NUMBER, "2"));
        assertEquals(tags, tags.or(names("a/b/c.mp3")));
    }

    @Test
    void aNumberInAFilesNameIsNoPartOfItsTitle() {
        assertEquals("1|song|3", told(names("Folk/Record/CD1/03 song.mp3")));
        assertEquals("2|song|3", told(names("Folk/Record/2-03 song.mp3")));
        assertEquals("null|99 Luftballons|null", told(names("Folk/Record/99 Luftballons.mp3")));
        assertEquals(
                "null|Luftballons|99",
                told(FileNames.of(file("Folk/Record/99 Luftballons.mp3").beside(0, true))));
        assertEquals(
                "2|Kilo|1", told(FileNames.of(file("Folk/Record/B1 Kilo.mp3").beside(0, true))));
        assertEquals("null|07|7", told(names("Folk/Record/07.mp3")));
        assertEquals("null|Seven|7", told(names("Folk/Record/7. Seven.mp3")));
    }

    @Test
    void discsInFoldersAreOfTheReleaseAboveThem() {
        TrackTags told = silent().or(names("Some Folk/Their Record/Disc Two/01 a.flac"));
        assertEquals("Their Record", told.release());
        assertEquals(Credit.of("Some Folk"), told.artist());
        assertEquals(2, told.disc());
        assertEquals(
                "Their Record",
                silent().or(names("Some Folk/Their Record (CD 2)/01 a.flac")).release());
        assertEquals("Vol. 2", silent().or(names("Some Folk/Vol. 2/01 a.flac")).release());
    }

    @Test
    void sidesOfVinylAreDiscs() {
        assertEquals(new TrackPlace(1, 10), TrackPlace.of("", "A10"));
        assertEquals(new TrackPlace(2, 1), TrackPlace.of("1", "b1"));
        assertEquals(new TrackPlace(3, 2), TrackPlace.of("2", "A2"));
        assertEquals(new TrackPlace(3, 2), TrackPlace.of("2", "C2"));
        assertEquals(new TrackPlace(2, 3), TrackPlace.of("2/2", "3/12"));
    }

    private static String told(FileNames names) {
        TrackTags tags = silent().or(names);
        return tags.disc() + "|" + tags.title() + "|" + tags.number();
    }

    private static FileNames names(String file) {
        return FileNames.of(file(file));
    }

    private static MusicFile file(String name) {
        return new MusicFile(MUSIC.resolve(name), MUSIC, AudioFormat.MP3, 0, 0, null);
    }

    private static TrackTags silent() {
        return tags(Map.of(TITLE, "", ARTIST, "\0", RELEASE, " "));
    }

    private static TrackTags tags(Map<TagName, String> values) {
        return TrackTags.of(name -> values.containsKey(name) ? List.of(values.get(name)) : List.of());
    }
}
