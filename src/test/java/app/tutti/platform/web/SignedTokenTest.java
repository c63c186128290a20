package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignedTokenTest {
    private final SignedToken tokens = new SignedToken(new byte[32]);

    @Test
    void onlyWhatWasSignedWithTheKeyIsOurs() {
        String token = tokens.next();
        assertTrue(tokens.isOurs(token));
        assertTrue(new SignedToken(new byte[32]).isOurs(token), "after a restart");
        assertFalse(new SignedToken(new byte[] {1}).isOurs(token));
        assertFalse(tokens.isOurs("x" + token));
        assertFalse(tokens.isOurs(token.substring(0, token.length() - 1)));
        assertFalse(tokens.isOurs(""));
        assertFalse(tokens.isOurs("."));
    }
}
