package app.tutti.account.people.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void aCodeIsKnownHoweverItIsTyped() {
        Token code = Token.nextToType();
        assertEquals(code, Token.typed(code.grouped()));
        assertEquals(code, Token.typed("  " + code.grouped().toLowerCase().replace('-', ' ') + "\n"));
        assertEquals(new Token("01"), Token.typed("ol"));
        assertEquals(26, code.value().length());
    }

    @Test
    void onlyTheValueHasTheHash() {
        Token token = Token.next();
        assertTrue(token.hasHash(token.hash()));
        assertFalse(Token.next().hasHash(token.hash()));
        // FIPS 180-2, appendix B.1.
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new Token("abc").hash());
    }

    @Test
    void noLogShowsIt() {
        Token token = Token.next();
        assertFalse(token.toString().contains(token.value()));
        assertNotEquals(Token.next(), token);
    }

    @Test
    void aDevicesCookieIsReadBackAndNothingElse() {
        DeviceToken token = DeviceToken.next();
        assertEquals(Optional.of(token), DeviceToken.of(token.cookie()));
        assertEquals(Optional.empty(), DeviceToken.of("x.y"));
        assertEquals(Optional.empty(), DeviceToken.of(token.cookie() + "'"));
    }
}
