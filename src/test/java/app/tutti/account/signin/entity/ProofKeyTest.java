package app.tutti.account.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProofKeyTest {
    @Test
    void theChallengeIsTheOneOfTheStandard() {
        // RFC 7636, appendix B
        ProofKey key = new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", key.challenge());
    }

    @Test
    void everyOneIsNewLongEnoughAndNotShown() {
        ProofKey key = ProofKey.next();
        assertTrue(key.verifier().matches("[A-Za-z0-9_-]{43,128}"));
        assertNotEquals(key, ProofKey.next());
        assertFalse(key.toString().contains(key.verifier()));
    }
}
