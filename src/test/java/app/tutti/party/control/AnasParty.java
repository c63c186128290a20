package app.tutti.party.control;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Ana hosts, Bruno listens; the relay is real, the sockets are not. */
abstract class AnasParty {
    static final PartyTrack TWO_ROOMS =
            new PartyTrack("7", "Two Rooms", "Copper Lamp Trio", "After Closing", Optional.empty(), 73);
    static final PartyTrack NIGHT_FERRY =
            new PartyTrack("8", "Night Ferry", "Harbour Lights", "Night Ferry", Optional.empty(), 60);

    private static Sfu sfu;

    final FakeNews news = new FakeNews();
    final Parties parties = new Parties();
    final FakeMember ana = new FakeMember();
    final FakeMember bruno = new FakeMember();
    final PartyConversation anas = conversation(ana);
    final PartyConversation brunos = conversation(bruno);
    UUID party;

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
        parties.settings.maxListeners = 2;
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

    static void ask(PartyConversation conversation, PartyRequest request) {
        conversation.handle(new Request<>(request, Optional.empty()));
    }

    PartyConversation conversation(FakeMember member) {
        return new PartyConversation(
                member, parties, new ServerClock(), () -> new PublicAddress("http://192.0.2.2:8080"), "192.0.2.9");
    }
}
