package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TagTextTest {
    @Test
    void textThatIsFineStaysAsItIs() {
        assertEquals("Canção 夜 ♪ 👩‍🎤", TagText.clean("Canção 夜 ♪ 👩‍🎤"));
    }

    @Test
    void missingTextIsEmpty() {
        assertEquals("", TagText.clean(null));
    }

    @Test
    void linesBecomeOneAndEdgesAreTrimmed() {
        assertEquals("one two", TagText.clean("  one\ntwo\t\0 "));
    }

    @Test
    void nulAndOtherControlCharactersVanish() {
        assertEquals("NULBELL", TagText.clean("NUL\0BELL\u0007"));
    }

    @Test
    void nothingTurnsTheDirectionOfTheTextAround() {
        assertEquals("Mal3pm.exe", TagText.clean("Mal\u202e3pm\u2066.exe"));
    }

    @Test
    void markupIsTextLikeAnyOther() {
        assertEquals("<script>alert(1)</script>", TagText.clean("<script>alert(1)</script>"));
    }

    @Test
    void megabytesAreCutWithoutTearingACharacterApart() {
        String cleaned = TagText.clean("👩".repeat(1_000_000));
        assertEquals("👩".repeat(TagText.LONGEST), cleaned);
    }

    @Property
    void whateverComesInFitsIntoAnIndexAndIntoUtf8(@ForAll String raw) {
        String cleaned = TagText.clean(raw);
        byte[] utf8 = cleaned.getBytes(StandardCharsets.UTF_8);
        assertTrue(utf8.length < 2704);
        assertEquals(cleaned, new String(utf8, StandardCharsets.UTF_8));
        assertEquals(-1, cleaned.indexOf('\0'));
    }
}
