package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.net.FakeFlow;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The sample messages of RFC 5769 §2.1 to §2.3. */
class StunVectorsTest {
    private static final byte[] PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt".getBytes(StandardCharsets.US_ASCII);
    private static final String TRANSACTION = "b7e7a701bc34d686fa87dfae";
    private static final String REQUEST = "000100582112a442" + TRANSACTION
            + "802200105354554e207465737420636c69656e74"
            + "002400046e0001ff"
            + "80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020"
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
            + "80280004e57a3bcf";

    private final StunPacket packet = new StunPacket();

    @Test
    void theSampleRequestIsAuthentic() {
        byte[] request = hex(REQUEST);
        assertTrue(packet.wrap(request, request.length), "well-formed, and its fingerprint right");
        assertEquals("evtj:h6vY", packet.username());
        assertTrue(packet.authentic(hmac(PASSWORD)));
    }

    @Test
    void theSampleRequestIsReadWhole() {
        byte[] request = hex(REQUEST);
        assertTrue(packet.wrap(request, request.length));
        assertTrue(packet.controlled());
        assertFalse(packet.nominates());
        assertEquals(0, packet.unknownCount());
        byte[] transaction = new byte[12];
        packet.transactionId(transaction, 0);
        assertArrayEquals(hex(TRANSACTION), transaction);
    }

    @Test
    void anotherPasswordIsRefused() {
        byte[] request = hex(REQUEST);
        assertTrue(packet.wrap(request, request.length));
        assertFalse(packet.authentic(hmac("wrong".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void noBitOfTheSampleRequestMayFlip() {
        for (int bit = 0; bit < hex(REQUEST).length * 8; bit++) {
            byte[] request = hex(REQUEST);
            request[bit / 8] ^= (byte) (1 << bit % 8);
            boolean accepted = packet.wrap(request, request.length) && packet.authentic(hmac(PASSWORD));
            // The padding of USERNAME is covered like everything else.
            assertFalse(accepted, "bit " + bit);
        }
    }

    @Test
    void everyPrefixOfTheSampleRequestIsMalformed() {
        byte[] request = hex(REQUEST);
        for (int length = 0; length < request.length; length++) {
            assertFalse(packet.wrap(request, length));
        }
    }

    @Test
    void theAnswerMapsAnAddressOfVersion4AsInTheSampleResponse() {
        byte[] answer = answer(new InetSocketAddress("192.0.2.1", 32853));
        assertArrayEquals(hex("002000080001a147e112a643"), Arrays.copyOfRange(answer, 20, 32));
    }

    @Test
    void theAnswerMapsAnAddressOfVersion6AsInTheSampleResponse() {
        byte[] answer = answer(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
        assertArrayEquals(hex("002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"), Arrays.copyOfRange(answer, 20, 44));
    }

    @Test
    void theAnswerIsSignedAsTheSampleResponseIs() {
        byte[] answer = answer(new InetSocketAddress("192.0.2.1", 32853));
        // The same guard reads it, once it is called a request; so the hashes must be made anew.
        assertEquals(BindingAnswer.SUCCESS, answer[0] << 8 | answer[1]);
        assertEquals(answer.length - 20, answer[2] << 8 | answer[3]);
        assertArrayEquals(hex("00080014"), Arrays.copyOfRange(answer, 32, 36));
        assertArrayEquals(hex("80280004"), Arrays.copyOfRange(answer, 56, 60));
    }

    @Test
    void aCheckWithAWrongUsernameChangesNothing() {
        IceTransport ice = new IceTransport(0);
        ice.credentials(new IceCredentials("evtj", "VOkJxbRl1RmTxUk/WvJxBt"), "other");
        byte[] request = hex(REQUEST);
        assertTrue(packet.wrap(request, request.length));
        byte[] answer = new byte[StunPacket.LONGEST_ANSWER];
        assertEquals(0, ice.check(packet, new FakeFlow("192.0.2.1", 32853), 40_000_000_000L, answer));
        assertNull(ice.selected());
        assertTrue(ice.consentExpired(40_000_000_000L));
    }

    private byte[] answer(InetSocketAddress source) {
        byte[] request = hex(REQUEST);
        assertTrue(packet.wrap(request, request.length));
        byte[] answer = new byte[StunPacket.LONGEST_ANSWER];
        return Arrays.copyOf(answer, new BindingAnswer().success(packet, source, hmac(PASSWORD), answer));
    }

    private static Mac hmac(byte[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password, "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
