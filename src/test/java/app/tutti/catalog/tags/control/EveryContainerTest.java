package app.tutti.catalog.tags.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.library.entity.Lyrics;
import app.tutti.catalog.tags.entity.Credit;
import app.tutti.catalog.tags.entity.Loudness;
import app.tutti.catalog.tags.entity.TrackTags;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same fields, with all their values, out of every container; {@code make.py} beside the files has put them in. */
class EveryContainerTest {
    private static final TrackTags WHOLE = new TrackTags(
            "Canção 夜 ♪",
            new Credit("Ana & Co. feat. Bia", List.of("Ana & Co.", "Bia"), List.of(id("0a"), id("0b"))),
            "Both/Sides",
            new Credit("AC/DC & Ana", List.of("AC/DC", "Ana & Co."), List.of(id("0c"), id("0a"))),
            true,
            2,
            3,
            1999,
            List.of("Jazz", "Bossa Nova", "Singer/Songwriter"),
            new Loudness(-7.5f, 0.988f, -6.25f, 1f),
            new Lyrics(true, "[00:00.10]One\n[00:00.20]Two"),
            UUID.fromString("11111111-2222-3333-4444-555555555555"),
            UUID.fromString("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
            "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id3v22.mp3",
                "id3v23.mp3",
                "id3v24.mp3",
                "apev2.mp3",
                "id3-then-apev2.mp3",
                "vorbis-comments.flac",
                "vorbis.ogg",
                "opus.opus",
                "atoms.m4a",
                "id3.wav",
                "id3.aiff",
                "attributes.wma"
            })
    void everyContainerGivesWhatTheOthersGive(String file) throws FileRefused {
        assertEquals(WHOLE, read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id3v22.mp3",
                "id3v23.mp3",
                "id3v24.mp3",
                "apev2.mp3",
                "vorbis-comments.flac",
                "vorbis.ogg",
                "opus.opus",
                "atoms.m4a",
                "id3.wav",
                "id3.aiff",
                "attributes.wma"
            })
    void severalValuesOfOneFieldAreSeveralArtists(String file) throws FileRefused {
        Credit several = new Credit("Ana feat. X, AC/DC", List.of("Ana feat. X", "AC/DC"), List.of());
        assertEquals(several, read("several-" + file).artist());
        assertEquals(several, read("several-" + file).releaseArtist());
    }

    @Test
    void theChunksOfAWaveAreReadInEitherCharset() throws FileRefused {
        assertInfo("Canção 夜 ♪", read("info-utf-8.wav"));
        assertInfo("Info tïtle", read("info-latin-1.wav"));
    }

    private static void assertInfo(String title, TrackTags tags) {
        assertEquals(title, tags.title());
        assertEquals(Credit.of("Ana & Co."), tags.artist());
        assertEquals("Both/Sides", tags.release());
        assertEquals(List.of("Jazz", "Singer/Songwriter"), tags.genres());
        assertEquals(1999, tags.year());
        assertEquals(3, tags.number());
    }

    private static TrackTags read(String name) throws FileRefused {
        return PeoplesFiles.read("every-container/" + name);
    }

    private static UUID id(String end) {
        return UUID.fromString("00000000-0000-0000-0000-0000000000" + end);
    }
}
