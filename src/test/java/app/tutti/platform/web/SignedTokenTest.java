package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignedTokenTest {
    private final SignedToken tokens = new SignedToken();

    @Test
    void onlyWhatThisProcessSignedIsOurs() {
        String token = tokens.next();
        assertTrue(tokens.isOurs(token));
        assertFalse(new SignedToken().isOurs(token));
        assertFalse(tokens.isOurs("x" + token));
        assertFalse(tokens.isOurs(token.substring(0, token.length() - 1)));
        assertFalse(tokens.isOurs(""));
        assertFalse(tokens.isOurs("."));
    }
}
