package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.net.FakeFlow;
import app.tutti.sfu.net.Flow;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IceTransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SUCCESS = BindingAnswer.SUCCESS;
    private static final int ERROR = BindingAnswer.ERROR;
    private static final Flow HOME = new FakeFlow("192.0.2.1", 1000);
    private static final Flow MOBILE = new FakeFlow("198.51.100.1", 2000);

    private final IceCredentials ours = IceCredentials.random(new SecureRandom());
    private final byte[] answer = new byte[StunPacket.LONGEST_ANSWER];
    private final StunPacket packet = new StunPacket();
    private final IceTransport ice = new IceTransport(0);

    IceTransportTest() {
        ice.credentials(ours, "peer");
    }

    @Test
    void theFirstAddressThatChecksServesUntilOneIsNominated() {
        assertEquals(SUCCESS, check(ours, "peer", false, HOME));
        assertEquals(HOME, ice.selected());
        assertEquals(SUCCESS, check(ours, "peer", false, MOBILE));
        assertEquals(HOME, ice.selected());
        assertEquals(SUCCESS, check(ours, "peer", true, MOBILE));
        assertEquals(MOBILE, ice.selected());
    }

    @Test
    void aCheckWithAWrongPasswordMovesNothing() {
        assertEquals(SUCCESS, check(ours, "peer", true, HOME));
        assertEquals(0, check(new IceCredentials(ours.ufrag(), "wrong"), "peer", true, MOBILE));
        assertEquals(0, check(ours, "stranger", true, MOBILE));
        assertEquals(HOME, ice.selected());
    }

    @Test
    void consentLastsThirtySecondsFromEachCheck() {
        assertEquals(SUCCESS, check(ours, "peer", false, HOME));
        assertFalse(ice.consentExpired(40 * SECOND));
        assertTrue(ice.consentExpired(40 * SECOND + 2));
    }

    @Test
    void mediaFollowsTheWayThatIsStillChecked() {
        checkAt(0, true, HOME);
        checkAt(5, false, MOBILE);
        checkAt(14, false, MOBILE);
        assertEquals(HOME, ice.selected(), "two checks may be lost");
        checkAt(16, false, MOBILE);
        assertEquals(MOBILE, ice.selected());
        checkAt(18, false, HOME);
        assertEquals(HOME, ice.selected(), "it is the nominated one");
    }

    @Test
    void whatFallsSilentIsLeftWithoutACheckToTellIt() {
        checkAt(0, true, HOME);
        checkAt(14, false, MOBILE);
        ice.select(15 * SECOND);
        assertEquals(HOME, ice.selected());
        ice.select(16 * SECOND);
        assertEquals(MOBILE, ice.selected());
        ice.select(40 * SECOND);
        assertEquals(MOBILE, ice.selected(), "nothing else was heard");
        assertFalse(ice.consentExpired(44 * SECOND));
        assertTrue(ice.consentExpired(44 * SECOND + 1));
    }

    @Test
    void aWayThatEndsGivesPlaceToTheOneHeardLast() {
        checkAt(0, false, MOBILE);
        checkAt(1, true, HOME);
        ice.lost(HOME);
        assertEquals(HOME, ice.selected(), "until somebody looks");
        ice.select(SECOND);
        assertEquals(MOBILE, ice.selected());
        ice.lost(MOBILE);
        ice.select(2 * SECOND);
        checkAt(3, false, HOME);
        assertEquals(HOME, ice.selected(), "the next one that is heard serves");
    }

    @Test
    void mediaThatComesIsAsGoodAsAChecksConsent() {
        checkAt(0, true, HOME);
        checkAt(20, false, MOBILE);
        ice.received(HOME, 29 * SECOND);
        ice.select(30 * SECOND);
        assertEquals(HOME, ice.selected());
        assertFalse(ice.consentExpired(59 * SECOND));
        assertTrue(ice.consentExpired(59 * SECOND + 1));
    }

    @Test
    void afterARestartTheOldCredentialsHoldUntilTheNewOnesNominate() {
        IceCredentials after = IceCredentials.random(new SecureRandom());
        ice.credentials(after, "again");
        assertEquals(SUCCESS, check(ours, "peer", true, HOME), "the old path carries on");
        assertEquals(SUCCESS, check(after, "again", true, MOBILE));
        assertEquals(0, check(ours, "peer", true, HOME));
        assertEquals(MOBILE, ice.selected());
    }

    @Test
    void whatWeShouldUnderstandAndDoNotIsRefusedAndMovesNothing() {
        // RFC 8489 §14: 0x0026 is nobody's yet, and its upper half would have made it optional.
        assertEquals(ERROR, check(ours, "peer", true, HOME, 0x0026));
        assertEquals(420, (answer[26] & 7) * 100 + answer[27]);
        byte[] told = {0x00, 0x0a, 0x00, 0x02, 0x00, 0x26, 0x00, 0x00};
        assertArrayEquals(told, Arrays.copyOfRange(answer, 48, 56));
        assertNull(ice.selected());
        assertEquals(SUCCESS, check(ours, "peer", true, HOME, 0x8026), "this one is optional");
    }

    private void checkAt(long second, boolean nominate, Flow from) {
        byte[] request = FakeChecks.request(ours.ufrag() + ":peer", ours.password(), nominate);
        assertTrue(packet.wrap(request, request.length), "the check must be well-formed");
        assertTrue(ice.check(packet, from, second * SECOND, answer) > 0);
    }

    private int check(IceCredentials credentials, String remote, boolean nominate, Flow from, int... attributes) {
        String username = credentials.ufrag() + ":" + remote;
        byte[] request = FakeChecks.request(username, credentials.password(), nominate, attributes);
        assertTrue(packet.wrap(request, request.length), "the check must be well-formed");
        // Ten seconds after the transport was made.
        int length = ice.check(packet, from, 10 * SECOND + 1, answer);
        return length == 0 ? 0 : answer[0] << 8 | answer[1];
    }
}
