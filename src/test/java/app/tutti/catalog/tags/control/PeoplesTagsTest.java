package app.tutti.catalog.tags.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.tags.entity.Credit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags that come out as their makers meant them. */
class PeoplesTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"sunn.flac", "sunn.mp3"})
    void aBracketThatWasNotOpenedStays(String file) throws FileRefused {
        assertEquals(
                Credit.of("Sunn O)))"),
                PeoplesFiles.read("closing-brackets/" + file).artist());
        assertEquals(
                Credit.of("Sunn O)))"),
                PeoplesFiles.read("closing-brackets/" + file).releaseArtist());
    }

    @ParameterizedTest
    @CsvSource({
        "feet.flac,10 ft. Ganja Plant",
        "one-id.flac,Little Feat & Guests",
        "orchestra.flac,Little Feat Orchestra"
    })
    void aNameWithFeatInItIsOne(String file, String name) throws FileRefused {
        assertEquals(
                List.of(name),
                PeoplesFiles.read("feat-inside-a-name/" + file).artist().names());
        assertEquals(
                List.of(name),
                PeoplesFiles.read("feat-inside-a-name/" + file).releaseArtist().names());
    }

    @Test
    void theIdOfAnArtistIsKept() throws FileRefused {
        assertEquals(
                UUID.fromString("00000000-0000-0000-0000-0000000000aa"),
                PeoplesFiles.read("feat-inside-a-name/one-id.flac").artist().id(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date.mp3", "date.m4a", "date.flac", "date.opus"})
    void aDateOfEightDigitsHasAYear(String file) throws FileRefused {
        assertEquals(2023, PeoplesFiles.read("date-of-eight-digits/" + file).year());
    }

    @Test
    void aDateMayBeginWithTheDayOrTheMonth() throws FileRefused {
        assertEquals(2022, PeoplesFiles.read("day-first-dates/day-first.flac").year());
        assertEquals(2022, PeoplesFiles.read("day-first-dates/month-first.flac").year());
        assertNull(PeoplesFiles.read("day-first-dates/twelve.mp3").year());
    }

    @Test
    void aGenreWithASlashIsOne() throws FileRefused {
        assertEquals(
                List.of("Singer/Songwriter"),
                PeoplesFiles.read("genre-with-slash/songwriter.flac").genres());
    }

    @Test
    void aWaveInLatin1HasItsLetters() throws FileRefused {
        assertEquals(
                "Info tïtle", PeoplesFiles.read("riff-info-latin-1/info.wav").title());
    }

    @Test
    void whatMp3gainAndFoobarWroteIsRead() throws FileRefused {
        assertEquals(
                -7.5f, PeoplesFiles.read("ape-tags-in-mp3/gain.mp3").loudness().gain());
        assertEquals(
                Credit.of("Ape artist"),
                PeoplesFiles.read("ape-tags-in-mp3/names.mp3").artist());
        assertEquals(1999, PeoplesFiles.read("ape-tags-in-mp3/names.mp3").year());
    }

    @ParameterizedTest
    @CsvSource({"small-of.flac,capital-of.flac", "composed.flac,taken-apart.flac", "hyphen-minus.flac,hyphen.flac"})
    void oneNameInTwoFormsIsOne(String one, String other) throws FileRefused {
        assertEquals(folded(one), folded(other));
    }

    private static String folded(String file) throws FileRefused {
        return FoldedName.of(
                PeoplesFiles.read("one-name-two-forms/" + file).artist().first());
    }
}
