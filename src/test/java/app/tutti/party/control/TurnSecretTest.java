package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TurnSecretTest {
    /** The password by: printf 1767312000:tutti | openssl dgst -sha1 -hmac north -binary | base64 */
    @Test
    void thePasswordProvesTheNameAndTheNameSaysUntilWhen() {
        TurnSecret.Pass pass = new TurnSecret("north").pass(1_767_225_600);
        assertEquals("1767312000:tutti", pass.username());
        assertEquals("76UOS6p8SZGsfS608ZZ+KH77OKQ=", pass.password());
    }

    @Test
    void itDoesNotTellItself() {
        assertFalse(new TurnSecret("north").toString().contains("north"));
    }
}
