package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.tutti.account.control.Guests;
import app.tutti.account.entity.PublicAddress;
import app.tutti.clock.ServerClock;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.party.entity.PartyTrack;
import app.tutti.room.Protocol.Request;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ana hosts, Bruno listens: what is told at the end and what is written down. */
class WhatWasPlayedTest {
    private static final PartyTrack TWO_ROOMS =
            new PartyTrack("7", "Two Rooms", "Copper Lamp Trio", "After Closing", Optional.empty(), 73);
    private static final PartyTrack NIGHT_FERRY =
            new PartyTrack("8", "Night Ferry", "Harbour Lights", "Night Ferry", Optional.empty(), 60);

    private static Sfu sfu;

    private final FakeNews news = new FakeNews();
    private final Parties parties = new Parties();
    private final FakeMember ana = new FakeMember();
    private final FakeMember bruno = new FakeMember();
    private final PartyConversation anas = conversation(ana);
    private final PartyConversation brunos = conversation(bruno);
    private UUID party;

    @BeforeAll
    static void theRelayRuns() {
        sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1));
    }

    @AfterAll
    static void theRelayStops() {
        sfu.close();
    }

    @BeforeEach
    void brunoListensToAna() {
        parties.sfu = sfu;
        parties.news = news;
        parties.settings = new PartySettings();
        parties.guests = new Guests();
        parties.settings.maxParties = 1;
        parties.settings.maxListeners = 1;
        parties.settings.economyFrom = 10;
        parties.settings.graceSeconds = 300;
        parties.settings.iceServers = Optional.empty();
        parties.settings.joinsPerAddress = 60;
        ask(
                anas,
                new HostRequest.CreateSession(
                        Optional.of("Friday"), Optional.empty(), Optional.empty(), Optional.empty()));
        party = UUID.fromString(ana.last().getString("sessionId"));
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
    }

    @Test
    void everyTrackThatWasHeardIsWrittenDownOnce() {
        ask(anas, new HostRequest.NowPlaying(TWO_ROOMS));
        ask(anas, new HostRequest.NowPlaying(NIGHT_FERRY));
        parties.lookAfter(System.nanoTime());
        assertEquals(List.of(), written(), "put on, but not played yet");
        ask(anas, new HostRequest.Resume());
        ask(anas, new HostRequest.Pause());
        ask(anas, new HostRequest.Resume());
        ask(anas, new HostRequest.NowPlaying(TWO_ROOMS));
        ask(anas, new HostRequest.NowPlaying(TWO_ROOMS));
        parties.lookAfter(System.nanoTime());
        assertEquals(List.of("Night Ferry"), written(), "one after the other");
        ask(anas, new HostRequest.EndSession());
        assertEquals(List.of("Night Ferry", "Two Rooms"), written());
        assertInstanceOf(PartyNews.Ended.class, news.written.getLast(), "nothing comes after the end");
    }

    @Test
    void aPartyThatIsShortHadItsListenersAllTheSame() {
        long now = System.nanoTime();
        brunos.closed();
        parties.lookAfter(now);
        PartyConversation carlas = conversation(new FakeMember());
        ask(carlas, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(now + 1);
        assertEquals(List.of(0), counted(), "too soon to count again");
        ask(anas, new HostRequest.EndSession());
        assertEquals(List.of(0, 1), counted());
    }

    private List<Integer> counted() {
        return news.written.stream()
                .filter(PartyNews.Counted.class::isInstance)
                .map(counted -> ((PartyNews.Counted) counted).listeners())
                .toList();
    }

    @Test
    void atTheEndListenersAreToldWhatWasPlayed() {
        ask(anas, new HostRequest.Resume());
        ask(anas, new HostRequest.NowPlaying(TWO_ROOMS));
        ask(anas, new HostRequest.NowPlaying(NIGHT_FERRY));
        ask(anas, new HostRequest.EndSession());
        List<JsonObject> played =
                bruno.last("sessionEnded").getJsonArray("played").getValuesAs(JsonObject.class);
        assertEquals(
                List.of("Two Rooms, Copper Lamp Trio", "Night Ferry, Harbour Lights"),
                played.stream()
                        .map(track -> track.getString("title") + ", " + track.getString("artist"))
                        .toList());
    }

    @Test
    void whatAListenerSaysIsPlayedWasNot() {
        ask(anas, new HostRequest.Resume());
        ask(brunos, new HostRequest.NowPlaying(TWO_ROOMS));
        assertEquals("notHost", bruno.last().getString("code"));
        ask(anas, new HostRequest.EndSession());
        assertEquals(List.of(), written());
        assertEquals(0, bruno.last("sessionEnded").getJsonArray("played").size());
    }

    private List<String> written() {
        return news.written.stream()
                .filter(PartyNews.Played.class::isInstance)
                .map(played -> ((PartyNews.Played) played).track().title())
                .toList();
    }

    private static void ask(PartyConversation conversation, PartyRequest request) {
        conversation.handle(new Request<>(request, Optional.empty()));
    }

    private PartyConversation conversation(FakeMember member) {
        return new PartyConversation(
                member, parties, new ServerClock(), () -> new PublicAddress("http://192.0.2.2:8080"), "192.0.2.9");
    }
}
