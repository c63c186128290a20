package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.net.FakeFlow;
import app.tutti.sfu.net.Flow;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class IceTransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Flow HOME = new FakeFlow("192.0.2.1", 1000);
    private static final Flow MOBILE = new FakeFlow("198.51.100.1", 2000);

    private final IceCredentials ours = IceCredentials.random(new SecureRandom());
    private final StunPacket packet = new StunPacket();
    private final IceTransport ice = new IceTransport(0);

    IceTransportTest() {
        ice.credentials(ours, "peer");
    }

    @Test
    void theFirstAddressThatChecksServesUntilOneIsNominated() {
        assertNotNull(check(ours, "peer", false, HOME));
        assertEquals(HOME, ice.selected());
        assertNotNull(check(ours, "peer", false, MOBILE));
        assertEquals(HOME, ice.selected());
        assertNotNull(check(ours, "peer", true, MOBILE));
        assertEquals(MOBILE, ice.selected());
    }

    @Test
    void aCheckWithAWrongPasswordMovesNothing() {
        assertNotNull(check(ours, "peer", true, HOME));
        assertNull(check(new IceCredentials(ours.ufrag(), "wrong"), "peer", true, MOBILE));
        assertNull(check(ours, "stranger", true, MOBILE));
        assertEquals(HOME, ice.selected());
    }

    @Test
    void consentLastsThirtySecondsFromEachCheck() {
        assertNotNull(check(ours, "peer", false, HOME));
        assertFalse(ice.consentExpired(40 * SECOND));
        assertTrue(ice.consentExpired(40 * SECOND + 2));
    }

    @Test
    void afterARestartTheOldCredentialsHoldUntilTheNewOnesNominate() {
        IceCredentials after = IceCredentials.random(new SecureRandom());
        ice.credentials(after, "again");
        assertNotNull(check(ours, "peer", true, HOME), "the old path carries on");
        assertNotNull(check(after, "again", true, MOBILE));
        assertNull(check(ours, "peer", true, HOME));
        assertEquals(MOBILE, ice.selected());
    }

    private byte[] check(IceCredentials credentials, String remote, boolean nominate, Flow from) {
        byte[] request = FakeChecks.request(credentials.ufrag() + ":" + remote, credentials.password(), nominate);
        assertTrue(packet.wrap(request, request.length), "the check must be well-formed");
        // Ten seconds after the transport was made.
        return ice.check(packet, from, 10 * SECOND + 1);
    }
}
