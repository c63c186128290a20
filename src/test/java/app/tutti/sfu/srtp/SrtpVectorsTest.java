package app.tutti.sfu.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test vectors of RFC 3711 appendix B, and of RFC 7714 §16.1 and §17.1. */
class SrtpVectorsTest {
    private static final byte[] GCM_KEY = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] GCM_SALT = hex("517569642070726f2071756f");

    private static final String RTP_HEADER = "8040f17b8041f8d35501a0b2";
    private static final String RTP_PAYLOAD =
            "47616c6c696120657374206f6d6e6973206469766973612069" + "6e207061727465732074726573";
    private static final String RTP_SEALED =
            "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                    + "899d7f27beb16a9152cf765ee4390cce";

    private static final String RTCP_HEADER = "81c8000d4d617273";
    private static final String RTCP_BODY =
            "4e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
    private static final String RTCP_SEALED = "63e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda"
            + "4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";

    @Test
    void sessionKeysAreThoseOfRfc3711AppendixB3() {
        MasterKey master = new MasterKey(
                SrtpProfile.AES128_CM_HMAC_SHA1_80,
                hex("e1f97a0d3e018be0d64fa32c06de4139"),
                hex("0ec675ad498afeebb6960b3aabe6"));
        assertArrayEquals(hex("c61e7a93744f39ee10734afe3ff7a087"), master.derive(MasterKey.Label.RTP_ENCRYPTION, 16));
        assertArrayEquals(hex("30cbbc08863d8c85d49db34a9ae1"), master.derive(MasterKey.Label.RTP_SALT, 14));
        assertArrayEquals(
                hex("cebe321f6ff7716b6fd4ab49af256a156d38baa4"), master.derive(MasterKey.Label.RTP_AUTHENTICATION, 20));
    }

    @Test
    void theKeyStreamOfCounterModeIsThatOfRfc3711AppendixB2() {
        AesCm cipher = new AesCm(
                false, hex("2b7e151628aed2a6abf7158809cf4f3c"), new byte[20], hex("f0f1f2f3f4f5f6f7f8f9fafbfcfd"));
        byte[] packet = new byte[12 + 48 + 10];
        cipher.seal(packet, 0, 12, new byte[48], 0, 48, 0, 0);
        assertArrayEquals(
                hex("e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab41e95b3bb0a2e8dd477901e4fca894c0"),
                Arrays.copyOfRange(packet, 12, 60));
    }

    @ParameterizedTest
    @MethodSource("gcm")
    void gcmSealsAnRtpPacketAsInRfc7714Section16(Gcm gcm) {
        byte[] packet = Arrays.copyOf(hex(RTP_HEADER), 200);
        byte[] payload = hex(RTP_PAYLOAD);
        int length = gcm.cipher(false, GCM_KEY, GCM_SALT)
                .seal(packet, 0, 12, payload, 0, payload.length, 0x5501a0b2, 0xf17b);
        assertArrayEquals(hex(RTP_HEADER + RTP_SEALED), Arrays.copyOf(packet, length));
    }

    @ParameterizedTest
    @MethodSource("gcm")
    void gcmOpensTheRtpPacketOfRfc7714Section16(Gcm gcm) {
        byte[] packet = hex(RTP_HEADER + RTP_SEALED);
        byte[] plain = new byte[200];
        int length = gcm.cipher(false, GCM_KEY, GCM_SALT).open(packet, 0, 12, packet.length, 0x5501a0b2, 0xf17b, plain);
        assertArrayEquals(hex(RTP_HEADER + RTP_PAYLOAD), Arrays.copyOf(plain, length));
    }

    @ParameterizedTest
    @MethodSource("gcm")
    void gcmSealsAndOpensTheRtcpPacketOfRfc7714Section17(Gcm gcm) {
        byte[] packet = Arrays.copyOf(hex(RTCP_HEADER), 200);
        byte[] body = hex(RTCP_BODY);
        PacketCipher cipher = gcm.cipher(true, GCM_KEY, GCM_SALT);
        int length = cipher.seal(packet, 0, 8, body, 0, body.length, 0x4d617273, 0x5d4);
        assertArrayEquals(hex(RTCP_HEADER + RTCP_SEALED), Arrays.copyOf(packet, length));

        byte[] plain = new byte[200];
        assertEquals(8 + body.length, cipher.open(packet, 0, 8, length, 0x4d617273, 0x5d4, plain));
        assertArrayEquals(hex(RTCP_HEADER + RTCP_BODY), Arrays.copyOf(plain, 8 + body.length));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Java's own, and OpenSSL's where it is installed. */
    static Stream<Gcm> gcm() {
        return LibCrypto.MISSING == null ? Stream.of(AesGcm::new, OpenSslGcm::new) : Stream.of(AesGcm::new);
    }

    interface Gcm {
        PacketCipher cipher(boolean control, byte[] key, byte[] salt);
    }
}
