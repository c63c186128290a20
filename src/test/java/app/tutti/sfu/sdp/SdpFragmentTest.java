package app.tutti.sfu.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpFragmentTest {
    private static final String CREDENTIALS = "a=ice-ufrag:EsAw\r\na=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa\r\n";
    private static final String MEDIA = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n";

    @Test
    void aBrowsersFragmentIsRead() {
        SdpFragment fragment = SdpFragment.parse("a=group:BUNDLE 0\r\na=ice-options:trickle\r\n" + MEDIA + CREDENTIALS
                + "a=candidate:1387637174 1 udp 2122260223 192.0.2.1 61764 typ host generation 0 ufrag EsAw network-id 1\r\n"
                + "a=candidate:34 1 tcp 1518280447 2001:db8::1 9 typ host tcptype active\r\n"
                + "a=candidate:2 1 UDP 1677729535 203.0.113.5 5000 typ srflx raddr 0.0.0.0 rport 0\r\n"
                + "a=candidate:3 1 udp 2113937151 0f7e5d1c-9a2b-4c3d-8e4f-5a6b7c8d9e0f.local 9 typ host\r\n"
                + "a=end-of-candidates\r\n");
        assertEquals(Optional.of("EsAw"), fragment.ufrag());
        assertFalse(fragment.restarts("EsAw"));
        assertTrue(fragment.restarts("Other"));
    }

    @Test
    void credentialsMayStandBeforeTheMedia() {
        assertEquals(Optional.of("EsAw"), SdpFragment.parse(CREDENTIALS + MEDIA).ufrag());
    }

    @Test
    void whatTellsNoCredentialsRestartsNothing() {
        assertFalse(SdpFragment.parse(MEDIA + "a=end-of-candidates\r\n").restarts("EsAw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "hello",
                "{\"candidate\": \"\"}",
                "m=audio\r\na=mid:0",
                "a=ice-ufrag:EsAw",
                "a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa",
                "a=ice-ufrag:x\r\na=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa",
                "a=ice-ufrag:EsAw\r\na=ice-pwd:tooshort",
                "a=ice-ufrag:Es Aw\r\na=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa",
                "a=candidate:1 1 udp 2122260223 192.0.2.1 61764",
                "a=candidate:1 1 udp many 192.0.2.1 61764 typ host",
                "a=candidate:1 1 udp 2122260223 192.0.2.1/8 61764 typ host",
                "a=candidate",
            })
    void whatIsNoFragmentIsMalformed(String text) {
        SdpRefused refused = assertThrows(SdpRefused.class, () -> SdpFragment.parse(text));
        assertEquals(SdpRefused.Kind.MALFORMED, refused.kind());
    }
}
