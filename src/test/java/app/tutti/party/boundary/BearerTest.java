package app.tutti.party.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vinyl",
                "two words",
                "what?!",
                "a=b",
                "==",
                "100%",
                "1+1",
                "Grün",
                "Ñandú č",
                "夜",
                "🎷 jazz",
                "%41"
            })
    void aPasswordMayBeSaidAsItIsOrEncoded(String password) {
        // A server reads the bytes of a header as Latin-1.
        String asItIs = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertTrue(Bearer.readings(asItIs).contains(password), asItIs);
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        assertTrue(Bearer.readings(encoded).contains(password), encoded);
    }

    @Test
    void aProgramThatKnowsLatin1AloneIsUnderstood() {
        assertTrue(Bearer.readings("Grün").contains("Grün"));
    }

    @Test
    void whatIsPlainIsReadOnce() {
        assertEquals(Set.of("vinyl"), Bearer.readings("vinyl"));
    }
}
