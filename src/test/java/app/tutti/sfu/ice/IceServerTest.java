package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IceServerTest {
    @ParameterizedTest
    @CsvSource({
        "stun:stun.example.org, false, stun.example.org, 3478",
        "stun:192.0.2.1:10000, false, 192.0.2.1, 10000",
        "turn:turn.example.org?transport=udp, true, turn.example.org, 3478",
        "turn:[2001:db8::1]:3479, true, [2001:db8::1], 3479"
    })
    void whatIsAskedByUdpIsOurs(String uri, boolean relays, String host, int port) {
        assertEquals(Optional.of(new IceServer(relays, host, port)), IceServer.parse(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stuns:stun.example.org",
                "turns:turn.example.org",
                "turn:turn.example.org?transport=tcp",
                "http://turn.example.org",
                "turn:turn.example.org:99999"
            })
    void otherOnesAreForBrowsers(String uri) {
        assertEquals(Optional.empty(), IceServer.parse(uri));
    }
}
