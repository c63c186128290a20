package app.tutti.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        assertEquals("A\uFFFD", PlainText.wellFormed("A\uD83D"));
        assertEquals("\uFFFDA", PlainText.wellFormed("\uDE00A"));
        assertEquals("\uFFFD\uFFFD", PlainText.wellFormed("\uDE00\uD83D"));
        assertEquals("\uD83D\uDE00", PlainText.wellFormed("\uD83D\uDE00"), "both halves are an emoji");
        assertFalse(PlainText.isWellFormed("\uD83D"));
        assertTrue(PlainText.isWellFormed("\uD83D\uDE00 é"));
    }

    @Test
    void aLineHasSpacesForWhatIsWhite() {
        assertEquals("one two", PlainText.line("one\ttwo"));
        assertEquals("one two", PlainText.line("one\u000Btwo"));
        assertEquals("one two", PlainText.line("one\u2028two"));
        assertEquals("one two", PlainText.line("one\u0085two"));
        assertEquals("one two", PlainText.line("one\u00A0two"));
        assertEquals("one two", PlainText.line("\r\n one\ntwo \u3000"));
        assertEquals("", PlainText.line(" \t\u00A0"));
    }

    @Test
    void marksThatScriptsNeedStayAndWhatWouldTurnOtherTextGoes() {
        assertEquals("\u200Fשלום", PlainText.line("\u200Fשלום"));
        assertEquals("👩\u200D🚀", PlainText.line("👩\u200D🚀"));
        assertEquals("abc", PlainText.line("a\u202Eb\u2066c\u0000\u0007"));
    }

    @Property
    void whateverComesInCanBeWrittenAsUtf8(@ForAll("units") String text) throws CharacterCodingException {
        assertTrue(PlainText.isWellFormed(PlainText.wellFormed(text)));
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(PlainText.line(text)));
    }

    /** UTF-16 code units at random, many of them surrogates. */
    @Provide
    Arbitrary<String> units() {
        return Arbitraries.oneOf(Arbitraries.chars().all(), Arbitraries.chars().range('\uD800', '\uDFFF'))
                .list()
                .ofMaxSize(20)
                .map(units -> units.stream().map(String::valueOf).reduce("", String::concat));
    }
}
