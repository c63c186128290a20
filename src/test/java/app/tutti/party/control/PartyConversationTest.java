package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.clock.ServerClock;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.web.entity.PublicAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hosts and listeners ask for, and what becomes of it. */
class PartyConversationTest extends PartyTalk {
    @Test
    void whatTheHostDoesTheListenersAreTold() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(anas, new HostRequest.NowPlaying(TRACK));
        ask(anas, new HostRequest.Resume());
        ask(anas, new HostRequest.Position(12, 73));
        ask(anas, new HostRequest.Pause());
        ask(anas, new HostRequest.EndSession());
        assertEquals(List.of("joined", "nowPlaying", "resume", "position", "pause", "sessionEnded"), bruno.types());
        assertEquals("sessionEnded", ana.types().getLast());
    }

    @Test
    void everybodyIsToldOfTheOwnTransportOnly() {
        ask(anas, new PartyRequest.DescribeTransport());
        assertEquals("unknownTransport", ana.last().getString("code"), "there is none yet");
        UUID party = anaStarts();
        ask(anas, new HostRequest.CreateProducerTransport());
        String hosts = ana.last().getString("transportId");
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(brunos, new PartyRequest.DescribeTransport());
        assertEquals("unknownTransport", bruno.last().getString("code"), "the host's is not the listener's");
        ask(brunos, new ListenerRequest.CreateConsumerTransport());
        String listeners = bruno.last().getString("transportId");

        ask(anas, new PartyRequest.DescribeTransport());
        ask(brunos, new PartyRequest.DescribeTransport());
        assertEquals(hosts, ana.last().getString("transportId"));
        assertEquals(listeners, bruno.last().getString("transportId"));
        assertFalse(bruno.last().containsKey("address"), "nothing has come from there");
        assertEquals(0, bruno.last().getInt("packetsOut"));
    }

    @Test
    void aHostsRequestFromAListenerIsRefusedAndChangesNothing() {
        UUID party = anaStarts();
        ask(anas, new HostRequest.NowPlaying(TRACK));
        FakeMember carla = new FakeMember();
        PartyConversation carlas = conversation(carla);
        ask(carlas, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        for (PartyRequest forbidden : List.of(
                new HostRequest.Pause(),
                new HostRequest.Resume(),
                new HostRequest.Position(1, 2),
                new HostRequest.NowPlaying(TRACK),
                new HostRequest.CreateProducerTransport(),
                new HostRequest.Produce("t", "v=0"),
                new HostRequest.EndSession())) {
            ask(brunos, forbidden);
            assertEquals("notHost", bruno.last().getString("code"));
        }
        assertEquals(List.of("joined"), carla.types());
    }

    @Test
    void whoIsAboutToHostIsToldThatFirst() {
        PartyConversation slow = new PartyConversation(
                ana,
                parties,
                new ServerClock(),
                () -> {
                    // The answer is not there yet.
                    parties.lookAfter(System.nanoTime());
                    return new PublicAddress("http://192.0.2.2:8080");
                },
                "192.0.2.9");
        ask(slow, create());
        parties.lookAfter(System.nanoTime());
        assertEquals(List.of("sessionCreated", "listenerCount"), ana.types());
    }

    @Test
    void aSecondTabTakesOverAndTheFirstIsTold() {
        UUID party = anaStarts();
        String secret = ana.first("sessionCreated").getString("secret");
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        FakeMember second = new FakeMember();
        PartyConversation seconds = conversation(second);
        ask(seconds, resume(party, secret));
        assertEquals("sessionCreated", second.last().getString("type"));
        assertEquals("takenOver", ana.last().getString("type"));

        ask(anas, new HostRequest.Pause());
        assertEquals("notHost", ana.last().getString("code"));
        anas.closed();
        assertEquals("hostReturned", bruno.last().getString("type"));
    }

    @Test
    void aWrongSecretLooksLikeAPartyThatIsOver() {
        UUID party = anaStarts();
        ask(brunos, resume(party, "wrong"));
        assertEquals("over", bruno.last().getString("code"));
        ask(brunos, resume(UUID.randomUUID(), "wrong"));
        assertEquals("over", bruno.last().getString("code"));
        assertTrue(parties.find(party).isPresent());
    }

    @Test
    void aPartyWaitsForItsHostAsLongAsTheGraceAndNoLonger() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        anas.closed();
        assertEquals("hostReconnecting", bruno.last().getString("type"));
        long now = System.nanoTime();
        parties.lookAfter(now + GRACE_NANOS / 2);
        assertTrue(parties.find(party).isPresent());
        parties.lookAfter(now + GRACE_NANOS * 2);
        assertFalse(parties.find(party).isPresent());
        assertEquals("abandoned", bruno.last().getString("reason"));
    }

    @Test
    void whoFindsAPartyFullHearsNothing() {
        UUID party = anaStarts();
        ask(conversation(new FakeMember()), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(conversation(new FakeMember()), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        assertEquals("full", bruno.last().getString("code"));
        ask(brunos, new ListenerRequest.CreateConsumerTransport());
        assertEquals("notListener", bruno.last().getString("code"));
    }

    @Test
    void theHostLearnsHowManyListenWhenItChanges() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(System.nanoTime());
        parties.lookAfter(System.nanoTime());
        assertEquals(List.of("sessionCreated", "listenerCount"), ana.types());
        brunos.closed();
        parties.lookAfter(System.nanoTime());
        assertEquals(0, ana.last().getInt("count"));
    }

    @Test
    void theHostLearnsWhenItsPacketsShouldBeLongerAndWhenShorter() {
        UUID party = anaStarts();
        long now = System.nanoTime();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(now);
        assertFalse(ana.types().contains("frameLength"), "one listener is not many");
        PartyConversation carlas = conversation(new FakeMember());
        ask(carlas, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(now);
        parties.lookAfter(now);
        assertEquals(60, ana.last().getInt("ms"));
        assertEquals(1, ana.types().stream().filter("frameLength"::equals).count());
        carlas.closed();
        parties.lookAfter(now + 60_000_000_000L);
        assertEquals(20, ana.last().getInt("ms"));
    }

    @Test
    void aHostThatComesBackToManyBeginsWithLongPackets() {
        UUID party = anaStarts();
        String secret = ana.first("sessionCreated").getString("secret");
        long now = System.nanoTime();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(conversation(new FakeMember()), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(now);
        FakeMember again = new FakeMember();
        PartyConversation agains = conversation(again);
        ask(agains, resume(party, secret));
        ask(agains, new HostRequest.CreateProducerTransport());
        String transport = again.last().getString("transportId");
        ask(agains, new HostRequest.Produce(transport, offer()));
        assertTrue(again.last().getString("sdp").contains("\r\na=ptime:60\r\n"));
        parties.lookAfter(now);
        assertFalse(again.types().contains("frameLength"), "the answer has said so");
    }

    @Test
    void aFloodOfComingAndGoingIsWrittenDownOnceInAWhile() {
        UUID party = anaStarts();
        long now = System.nanoTime();
        for (int i = 0; i < 40; i++) {
            FakeMember restless = new FakeMember();
            PartyConversation theirs = conversation(restless);
            ask(theirs, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
            parties.lookAfter(now + i * 500_000_000L);
            theirs.closed();
            parties.lookAfter(now + i * 500_000_000L + 250_000_000L);
        }
        long counted = news.written.stream()
                .filter(PartyNews.Counted.class::isInstance)
                .count();
        assertTrue(counted <= 3, "counted " + counted);
    }

    @Test
    void aDatabaseThatIsAwayStopsNoParty() {
        news.databaseAway = true;
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(System.nanoTime());
        assertEquals("listenerCount", ana.last().getString("type"));
        ask(anas, new HostRequest.EndSession());
        assertEquals("sessionEnded", bruno.last().getString("type"));
    }

    @Test
    void oneSocketHasOneParty() {
        anaStarts();
        ask(anas, create());
        assertEquals("alreadyHosting", ana.last().getString("code"));
    }

    @Test
    void aServerThatIsFullOfPartiesSaysSo() {
        anaStarts();
        ask(brunos, create());
        FakeMember carla = new FakeMember();
        ask(conversation(carla), create());
        assertEquals("full", carla.last().getString("code"));
    }

    @Test
    void afterTheEndNobodyGetsATransport() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(anas, new HostRequest.EndSession());
        ask(brunos, new ListenerRequest.CreateConsumerTransport());
        assertEquals("over", bruno.last().getString("code"));
    }

    @Test
    void whatComesAfterTheCloseStartsNothing() {
        anas.closed();
        ask(anas, create());
        assertEquals(List.of(), ana.types());
        assertEquals(List.of(), news.written);
    }

    @Test
    void whoWaitsIsToldOfThePartiesThatEverybodyMayFind() {
        ask(brunos, new PartyRequest.Watch());
        anaStarts();
        assertEquals(List.of(), bruno.types(), "that one is for those who have its link");
        ask(anas, new HostRequest.EndSession());
        FakeMember carla = new FakeMember();
        PartyConversation carlas = conversation(carla);
        ask(
                carlas,
                new HostRequest.CreateSession(
                        Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty()));
        String party = carla.first("sessionCreated").getString("sessionId");
        assertEquals(party, bruno.last("partyLive").getString("sessionId"));
        ask(anas, new PartyRequest.Watch());
        assertEquals(party, ana.last("partyLive").getString("sessionId"), "it is on already");
        brunos.closed();
        ask(
                conversation(new FakeMember()),
                new HostRequest.CreateSession(
                        Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty()));
        assertEquals(1, bruno.types().size());
    }

    @Test
    void aPasswordIsAskedForBeforeAnythingElse() {
        ask(
                anas,
                new HostRequest.CreateSession(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true),
                        Optional.of("lantern"),
                        Optional.empty()));
        UUID party = UUID.fromString(ana.first("sessionCreated").getString("sessionId"));
        assertEquals(List.of(), parties.listed(), "not for everybody");
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        assertEquals("password", bruno.last().getString("code"));
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.of("lamp")));
        assertEquals("wrongPassword", bruno.last().getString("code"));
        ask(brunos, new ListenerRequest.CreateConsumerTransport());
        assertEquals("notListener", bruno.last().getString("code"));
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.of("lantern")));
        assertTrue(bruno.types().contains("joined"));
    }
}
