package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told at the end and what is written down. */
class WhatWasPlayedTest extends AnasParty {
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
        parties.lookAfter(now);
        PartyConversation carlas = conversation(new FakeMember());
        ask(carlas, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(now + 1);
        assertEquals(List.of(1), counted(), "too soon to count again");
        ask(anas, new HostRequest.EndSession());
        assertEquals(List.of(1, 2), counted());
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

    private List<String> written() {
        return news.written.stream()
                .filter(PartyNews.Played.class::isInstance)
                .map(played -> ((PartyNews.Played) played).track().title())
                .toList();
    }
}
