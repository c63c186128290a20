package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people at a party say and show each other. */
class TogetherTest extends PartyTalk {
    @Test
    void theHostSeesTheNamesOfThoseWhoSayThem() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.of("Bruno"), Optional.empty()));
        ask(conversation(new FakeMember()), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        parties.lookAfter(System.nanoTime());
        assertEquals("[\"Bruno\"]", ana.last("listeners").get("names").toString());
        ask(brunos, new ListenerRequest.Introduce("Bruno B."));
        parties.lookAfter(System.nanoTime());
        assertEquals("[\"Bruno B.\"]", ana.last("listeners").get("names").toString());
        brunos.closed();
        parties.lookAfter(System.nanoTime());
        assertEquals("[]", ana.last("listeners").get("names").toString());
    }

    @Test
    void whatIsSaidEverybodyReadsAndWhoComesLaterToo() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.of("Bruno"), Optional.empty()));
        ask(brunos, new PartyRequest.Chat(" Louder! "));
        ask(anas, new PartyRequest.Chat("Yes"));
        assertEquals("Yes", bruno.last("chat").getString("text"));
        assertTrue(bruno.last("chat").getBoolean("host"));
        FakeMember carla = new FakeMember();
        ask(conversation(carla), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        assertEquals(List.of("joined", "chat", "chat"), carla.types());
        FakeMember again = new FakeMember();
        ask(conversation(again), resume(party, ana.first("sessionCreated").getString("secret")));
        assertEquals(List.of("sessionCreated", "chat", "chat"), again.types());
        assertEquals("Louder!", again.first("chat").getString("text"));
        assertEquals("Bruno", again.first("chat").getString("name"));
    }

    @Test
    void whatOneMemberCannotBeToldKeepsNobodyElseFromHearing() {
        UUID party = anaStarts();
        FakeMember carla = new FakeMember();
        ask(brunos, new ListenerRequest.Join(party, Optional.of("Bruno"), Optional.empty()));
        ask(conversation(carla), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(brunos, new PartyRequest.Chat("A\uD83D"));
        assertEquals("A\uFFFD", carla.last("chat").getString("text"), "it is sent as what can be written");
    }

    @Test
    void aRoundThatFailsInOnePartyGoesOnInTheOther() {
        anaStarts();
        FakeMember carla = new FakeMember();
        PartyConversation carlas = conversation(carla);
        ask(carlas, create());
        UUID hers = UUID.fromString(carla.first("sessionCreated").getString("sessionId"));
        ask(brunos, new ListenerRequest.Join(hers, Optional.empty(), Optional.empty()));
        ana.breaks = true;
        parties.lookAfter(System.nanoTime());
        assertEquals(1, carla.last("listenerCount").getInt("count"), "whichever of the two came first");
        ana.breaks = false;
        carla.breaks = true;
        ask(conversation(new FakeMember()), new ListenerRequest.Join(partyOf(ana), Optional.empty(), Optional.empty()));
        parties.lookAfter(System.nanoTime());
        assertEquals(1, ana.last("listenerCount").getInt("count"));
    }

    private static UUID partyOf(FakeMember host) {
        return UUID.fromString(host.first("sessionCreated").getString("sessionId"));
    }

    @Test
    void whatTheHostHasTurnedOffNobodyDoes() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        ask(brunos, new ListenerRequest.RequestTrack("7"));
        assertEquals("notAllowed", bruno.last().getString("code"), "until the host wants that");
        ask(brunos, new HostRequest.Allow(true, true));
        assertEquals("notHost", bruno.last().getString("code"));
        ask(anas, new HostRequest.Allow(false, false));
        assertFalse(bruno.last("allowed").getBoolean("chat"));
        ask(brunos, new PartyRequest.Chat("Louder!"));
        assertEquals("notAllowed", bruno.last().getString("code"));
        assertFalse(ana.types().contains("chat"));
    }

    @Test
    void whoTalksAllTheTimeIsStopped() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        int said = 0;
        do {
            ask(brunos, new PartyRequest.Chat("Louder!"));
            said++;
        } while (bruno.last().getString("type").equals("chat") && said < 100);
        assertEquals("tooMany", bruno.last().getString("code"));
        assertTrue(said > 20, "some may be said at once; came " + said);
    }

    @Test
    void manyWhoClapAreOneMessage() {
        UUID party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        for (int claps = 0; claps < 5; claps++) {
            ask(brunos, new PartyRequest.Reaction("cheer"));
        }
        ask(anas, new PartyRequest.Reaction("heart"));
        parties.lookAfter(System.nanoTime());
        parties.lookAfter(System.nanoTime());
        List<String> told = bruno.types();
        assertEquals(2, told.stream().filter("reaction"::equals).count());
        assertEquals(5, ana.first("reaction").getInt("count"));
        assertEquals("heart", ana.last("reaction").getString("kind"));
    }
}
