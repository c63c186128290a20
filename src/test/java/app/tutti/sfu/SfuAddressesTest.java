package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is announced is one thing, where peers come from another: the relay may be behind a NAT. */
class SfuAddressesTest {
    private static final Pattern CANDIDATE =
            Pattern.compile("a=candidate:(\\d+) 1 (udp|tcp) (\\d+) (\\S+) (\\d+) typ host( tcptype passive)?\r\n");

    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("203.0.113.7", "2001:db8::7"), 1));
    private final Router router = sfu.createRouter();

    @AfterEach
    void stop() {
        sfu.close();
    }

    @Test
    void everyAnnouncedAddressIsACandidateByUdpAndThenByTcp() {
        try (FakePeer peer = new FakePeer(sfu.port())) {
            String answer = router.createTransport(new FakeListener())
                    .consume(peer.offer("recvonly"))
                    .answer();
            List<MatchResult> candidates = CANDIDATE.matcher(answer).results().toList();
            assertEquals(
                    List.of("udp 203.0.113.7", "udp 2001:db8::7", "tcp 203.0.113.7", "tcp 2001:db8::7"),
                    candidates.stream()
                            .map(each -> each.group(2) + " " + each.group(4))
                            .toList());
            List<Long> priorities =
                    candidates.stream().map(each -> Long.valueOf(each.group(3))).toList();
            assertEquals(
                    priorities.stream()
                            .sorted((a, b) -> Long.compare(b, a))
                            .distinct()
                            .toList(),
                    priorities);
            assertEquals(
                    4, candidates.stream().map(each -> each.group(1)).distinct().count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void whoComesByAnAddressThatWasNotAnnouncedIsServed(String address) throws Exception {
        InetAddress loopback = InetAddress.getByName(address);
        Assumptions.assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "there must be " + address);
        InetSocketAddress relay = new InetSocketAddress(loopback, sfu.port());
        FakeListener events = new FakeListener();
        try (FakePeer host = new FakePeer(relay, FakeWire::udp);
                FakePeer byUdp = new FakePeer(relay, FakeWire::udp);
                FakePeer byTcp = new FakePeer(relay, FakeWire::tcp)) {
            for (FakePeer listener : List.of(byUdp, byTcp)) {
                Consumer consumer = router.createTransport(events).consume(listener.offer("recvonly"));
                listener.connect(consumer.answer());
                FakePeer.await(events.connected);
                consumer.resume();
            }
            host.connect(router.createTransport(events)
                    .produce(host.offer("sendonly"))
                    .answer());
            FakePeer.await(events.connected);
            host.sendRtp(0, 0, 0, 1, new byte[] {1, 2, 3});
            assertArrayEquals(new byte[] {1, 2, 3}, byUdp.hear().payload());
            assertArrayEquals(new byte[] {1, 2, 3}, byTcp.hear().payload());
        }
    }
}
