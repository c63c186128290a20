package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.party.entity.Economy;
import app.tutti.party.entity.Party;
import app.tutti.room.Refusal;
import app.tutti.sfu.FakePeer;
import app.tutti.sfu.Router;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.sfu.sdp.SdpFragment;
import app.tutti.sfu.sdp.SdpRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ana hosts by her page, Bruno listens by his; programs come and go. The relay is real. */
class HttpPeerTest {
    private static final Duration GRACE = Duration.ofSeconds(300);

    private static Sfu sfu;

    private final FakeMember ana = new FakeMember();
    private final FakeMember bruno = new FakeMember();
    private final PartySettings settings = new PartySettings();
    private final Router router = sfu.createRouter();
    private final LiveParty party =
            new LiveParty(new Party("Friday", false, Optional.empty()), new Economy(1000), router, ana, List.of());
    private final List<FakePeer> peers = new ArrayList<>();
    private int number;

    @BeforeAll
    static void theRelayRuns() {
        sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1));
    }

    @AfterAll
    static void theRelayStops() {
        sfu.close();
    }

    @BeforeEach
    void brunoListens() {
        settings.maxListeners = 2;
        party.hostKnows(ana);
        party.admit(bruno, 2);
    }

    @AfterEach
    void thePeersGo() {
        router.close();
        peers.forEach(FakePeer::close);
    }

    @Test
    void aPlayerCountsAsAListenerUntilItGoes() {
        HttpListener player = listen();
        party.tellCrowd();
        assertEquals(2, ana.last().getInt("count"));
        assertTrue(party.httpPeer(HttpListener.class, player.id()).isPresent());
        player.close();
        party.tellCrowd();
        assertEquals(1, ana.last().getInt("count"));
        assertEquals(Optional.empty(), party.httpPeer(HttpListener.class, player.id()));
        assertEquals(0, router.consumers());
    }

    @Test
    void aFullPartyTakesNoPlayer() {
        listen();
        Refusal refusal = assertThrows(Refusal.class, this::listen);
        assertEquals("full", refusal.code());
        assertEquals(1, router.consumers());
    }

    @Test
    void anOfferThatIsRefusedLeavesNothing() {
        assertThrows(SdpRefused.class, () -> HttpListener.join(party, settings, peer().offer("sendonly")));
        assertThrows(SdpRefused.class, () -> HttpListener.join(party, settings, "v=0"));
        assertThrows(SdpRefused.class, () -> HttpPublisher.publish(party, peer().offer("recvonly")));
        assertEquals(1, party.listenerCount());
        assertEquals(List.of(), bruno.types(), "nobody heard of it");
    }

    @Test
    void aPlayerIsNotFoundAmongPublishers() {
        HttpListener player = listen();
        assertEquals(Optional.empty(), party.httpPeer(HttpPublisher.class, player.id()));
        assertEquals(Optional.empty(), party.httpPeer(HttpListener.class, "guessed"));
    }

    @Test
    void aProgramKeepsThePartyWhileThePageIsAway() throws Exception {
        HttpPublisher program = sounding().publisher;
        assertEquals(List.of("resume"), bruno.types());
        party.hostLeft(ana, 0);
        assertFalse(party.abandoned(Long.MAX_VALUE / 2, GRACE));
        assertEquals(List.of("resume"), bruno.types(), "the sound goes on, so nobody is told");
        party.host(ana, false);
        assertEquals(List.of("resume"), bruno.types());

        party.hostLeft(ana, 0);
        program.close();
        assertEquals(List.of("resume", "hostReconnecting"), bruno.types());
        assertTrue(party.abandoned(System.nanoTime() + 2 * GRACE.toNanos(), GRACE));
    }

    @Test
    void whenTheProgramGoesThePageHosts() throws Exception {
        sounding().publisher.close();
        assertEquals(List.of("resume", "pause"), bruno.types(), "the page does not play");
        party.resume(0);
        sounding().publisher.close();
        assertEquals(List.of("resume", "pause", "resume", "resume"), bruno.types(), "the page plays");
    }

    @Test
    void aProgramThatFindsNoHostIsOne() throws Exception {
        party.hostLeft(ana, 0);
        sounding();
        assertEquals(List.of("hostReconnecting", "hostReturned", "resume"), bruno.types());
    }

    @Test
    void aSecondProgramTakesTheFirstOnesPlace() throws Exception {
        HttpPublisher first = sounding().publisher;
        HttpPublisher second = sounding().publisher;
        assertEquals(Optional.empty(), party.httpPeer(HttpPublisher.class, first.id()));
        first.close();
        assertTrue(party.httpPeer(HttpPublisher.class, second.id()).isPresent());
        assertFalse(bruno.types().contains("pause"));
    }

    @Test
    void thePageIsNotHeardWhileAProgramPublishes() throws Exception {
        FakePeer player = peer();
        HttpListener listener = HttpListener.join(party, settings, player.offer("recvonly"));
        player.connect(listener.answer());
        FakePeer page = peer();
        var transport = router.createTransport(new app.tutti.sfu.TransportListener() {});
        var producer = transport.produce(page.offer("sendonly"));
        page.connect(producer.answer());

        FakePeer program = peer();
        HttpPublisher publisher = HttpPublisher.publish(party, program.offer("sendonly"));
        program.connect(publisher.answer());
        // As after a reload: the page's producer is newer.
        party.pageProduces(producer);
        hears(player, program, page);
        publisher.close();
        hears(player, page, program);
    }

    @Test
    void whoAsksToPublishAndNeverSendsTakesNothing() throws Exception {
        Page page = new Page();
        hears(page.player, "page", page::send);
        HttpPublisher firewalled = publish();
        look(0);
        FakePeer connected = peer();
        HttpPublisher silent = HttpPublisher.publish(party, connected.offer("sendonly"));
        connected.connect(silent.answer());
        look(0);
        hears(page.player, "page", page::send);
        assertEquals(List.of(), bruno.types(), "nobody is told");
        assertTrue(party.httpPeer(HttpPublisher.class, firewalled.id()).isPresent(), "it may still come");
    }

    @Test
    void aProgramThatDiesGivesBackToThePageAndTakesOverWhenItSendsAgain() throws Exception {
        Page page = new Page();
        Program program = sounding();
        look(1_900);
        assertEquals(List.of("resume"), bruno.types());
        look(2_100);
        assertEquals(List.of("resume", "pause"), bruno.types(), "the page does not play");
        hears(page.player, "page", page::send);

        program.sound();
        assertEquals(List.of("resume", "pause", "resume"), bruno.types());
        hears(page.player, program.peer, page.peer);
        assertFalse(bruno.types().contains("hostReconnecting"), "the page was there all the time");
    }

    @Test
    void aProgramThatGoesBeforeAnybodyLookedLeavesThePageHeard() throws Exception {
        Page page = new Page();
        FakePeer hasty = peer();
        HttpPublisher publisher = HttpPublisher.publish(party, hasty.offer("sendonly"));
        hasty.connect(publisher.answer());
        page.player.hearAfter(() -> hasty.sendRtp(++number, 0, 960 * number, 2, "hasty".getBytes()));
        publisher.close();
        hears(page.player, "page", page::send);
    }

    @Test
    void aHostWhoseSoundStaysAwayIsReconnecting() throws Exception {
        FakePeer player = peer();
        player.connect(
                HttpListener.join(party, settings, player.offer("recvonly")).answer());
        FakePeer page = peer();
        var producer =
                router.createTransport(new app.tutti.sfu.TransportListener() {}).produce(page.offer("sendonly"));
        party.pageProduces(producer);
        page.connect(producer.answer());
        party.resume(0);
        long now = System.nanoTime();
        party.watchSound(now);
        party.watchSound(now + 60_000_000_000L);
        assertEquals(List.of("resume"), bruno.types(), "it has not begun");

        player.hearAfter(() -> page.sendRtp(++number, 0, 960 * number, 1, "heard".getBytes()));
        party.watchSound(now);
        party.watchSound(now + 3_000_000_000L);
        party.watchSound(now + 4_000_000_000L);
        assertEquals(List.of("resume", "hostReconnecting"), bruno.types());
        player.hearAfter(() -> page.sendRtp(++number, 0, 960 * number, 1, "heard".getBytes()));
        party.watchSound(now + 5_000_000_000L);
        assertEquals(List.of("resume", "hostReconnecting", "hostReturned", "position", "resume"), bruno.types());

        party.pause(now);
        party.watchSound(now + 60_000_000_000L);
        assertEquals("pause", bruno.types().getLast(), "who pauses need not send");
    }

    @Test
    void aPageThatWaitsForATapIsBackWhenItSounds() throws Exception {
        FakePeer player = peer();
        player.connect(
                HttpListener.join(party, settings, player.offer("recvonly")).answer());
        long now = System.nanoTime();
        party.hostLeft(ana, now);
        party.host(new FakeMember(), true);
        party.pause(now);
        party.watchSound(now + 60_000_000_000L);
        assertEquals(List.of("hostReconnecting", "pause"), bruno.types());

        FakePeer page = peer();
        var producer =
                router.createTransport(new app.tutti.sfu.TransportListener() {}).produce(page.offer("sendonly"));
        party.pageProduces(producer);
        page.connect(producer.answer());
        party.resume(now);
        player.hearAfter(() -> page.sendRtp(++number, 0, 960 * number, 1, "heard".getBytes()));
        party.watchSound(now);
        assertEquals(
                List.of("hostReconnecting", "pause", "resume", "hostReturned", "position", "resume"), bruno.types());
    }

    @Test
    void afterTheEndNobodyComesInAndNobodyIsFound() {
        HttpListener player = listen();
        HttpPublisher program = publish();
        party.end("ended");
        assertEquals(Optional.empty(), party.httpPeer(HttpListener.class, player.id()));
        assertEquals(Optional.empty(), party.httpPeer(HttpPublisher.class, program.id()));
        assertEquals("over", assertThrows(Refusal.class, this::listen).code());
        assertEquals("over", assertThrows(Refusal.class, this::publish).code());
        SdpFragment fragment = SdpFragment.parse("a=ice-ufrag:abcd\r\na=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa");
        assertEquals(
                "gone",
                assertThrows(Refusal.class, () -> player.trickle(fragment)).code());
    }

    /** Ana's page, and a player that hears it. */
    private final class Page {
        final FakePeer player = peer();
        final FakePeer peer = peer();

        Page() throws Exception {
            player.connect(
                    HttpListener.join(party, settings, player.offer("recvonly")).answer());
            var transport = router.createTransport(new app.tutti.sfu.TransportListener() {});
            var producer = transport.produce(peer.offer("sendonly"));
            peer.connect(producer.answer());
            party.pageProduces(producer);
        }

        void send() {
            peer.sendRtp(++number, 0, 960 * number, 1, "page".getBytes());
        }
    }

    /** A program and what it is to the party. */
    private final class Program {
        final FakePeer peer = peer();
        final HttpPublisher publisher;

        Program() throws Exception {
            publisher = HttpPublisher.publish(party, peer.offer("sendonly"));
            peer.connect(publisher.answer());
        }

        /** Sends until the party has taken it. */
        void sound() throws Exception {
            int resumed = resumed();
            for (int i = 0; i < 500 && resumed() == resumed; i++) {
                peer.sendRtp(++number, 0, 960 * number, 2, "program".getBytes());
                Thread.sleep(10);
                look(0);
            }
            assertEquals(resumed + 1, resumed(), "the program must be heard");
        }

        private int resumed() {
            return (int) bruno.types().stream().filter("resume"::equals).count();
        }
    }

    private Program sounding() throws Exception {
        Program program = new Program();
        program.sound();
        return program;
    }

    private void look(long laterMillis) {
        party.watchPublishers(System.nanoTime() + laterMillis * 1_000_000).forEach(HttpPeer::close);
    }

    /** While both send, and the party looks. */
    private void hears(FakePeer listener, FakePeer from, FakePeer silent) throws Exception {
        hears(listener, "heard", () -> {
            number++;
            silent.sendRtp(number, 0, 960 * number, 1, "silent".getBytes());
            from.sendRtp(number, 0, 960 * number, 2, "heard".getBytes());
            look(0);
        });
    }

    /** Soon, and then nothing else. */
    private static void hears(FakePeer listener, String text, Runnable send) throws Exception {
        int others = 0;
        while (!text.equals(new String(listener.hearAfter(send).payload()))) {
            assertTrue(others++ < 200, "something else is heard");
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(text, new String(listener.hearAfter(send).payload()));
        }
    }

    private HttpListener listen() {
        return HttpListener.join(party, settings, peer().offer("recvonly"));
    }

    private HttpPublisher publish() {
        return HttpPublisher.publish(party, peer().offer("sendonly"));
    }

    private FakePeer peer() {
        FakePeer peer = new FakePeer(sfu.port());
        peers.add(peer);
        return peer;
    }
}
