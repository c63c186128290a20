package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates as Chromium, Firefox and aiortc write them. */
class IceCandidateTest {
    @ParameterizedTest
    @CsvSource({
        "2957 1 udp 2113937151 192.0.2.7 55000 typ host generation 0 network-cost 999, 192.0.2.7, 55000, host",
        "0 1 UDP 2122187007 2001:db8::7 55001 typ host, 2001:db8::7, 55001, host",
        "8421 1 udp 1677729535 198.51.100.2 40000 typ srflx raddr 0.0.0.0 rport 0, 198.51.100.2, 40000, srflx",
        "4 1 udp 8331263 203.0.113.1 49200 typ relay raddr 203.0.113.2 rport 4000, 203.0.113.1, 49200, relay"
    })
    void aLiteralAddressByUdpIsRead(String value, String address, int port, String type) {
        IceCandidate candidate = IceCandidate.parse(value).orElseThrow();
        assertEquals(address, candidate.address());
        assertEquals(port, candidate.port());
        assertEquals(type, candidate.type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 1 udp 2113937151 5b2c0e4e-0a2d-4b5f-9a54-25de4b8fa1b1.local 55000 typ host",
                "1 1 udp 2113937151 example.org 55000 typ host",
                "1 1 tcp 1518280447 192.0.2.7 9 typ host tcptype active",
                "1 2 udp 2113937150 192.0.2.7 55001 typ host",
                "1 1 udp 2113937151 192.0.2.7 0 typ host",
                "1 1 udp 2113937151 192.0.2.7 70000 typ host",
                "1 1 udp 2113937151 192.0.2.7 5 typ new",
                ""
            })
    void whatNoAgentOfOursCanCheckIsPassedOver(String value) {
        assertEquals(Optional.empty(), IceCandidate.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 1 udp 1694498815 203.0.113.2 30581 typ srflx"})
    void oneIsWrittenAsItIsRead(String value) {
        assertEquals(value, IceCandidate.parse(value).orElseThrow().value());
    }
}
