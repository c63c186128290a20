package app.tutti.party.control;

import app.tutti.account.access.control.Guests;
import app.tutti.clock.ServerClock;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.party.entity.PartyTrack;
import app.tutti.room.Protocol.Request;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.web.entity.PublicAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Ana hosts, Bruno and Carla listen; the relay is real, the sockets are not. */
abstract class PartyTalk {
    static final PartyTrack TRACK =
            new PartyTrack("7", "Two Rooms", "Copper Lamp Trio", "After Closing", Optional.empty(), 73);
    static final long GRACE_NANOS = 300_000_000_000L;

    private static Sfu sfu;

    final FakeNews news = new FakeNews();
    final Parties parties = new Parties();
    final FakeMember ana = new FakeMember();
    final FakeMember bruno = new FakeMember();
    final PartyConversation anas = conversation(ana);
    final PartyConversation brunos = conversation(bruno);

    @BeforeAll
    static void theRelayRuns() {
        sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1));
    }

    @AfterAll
    static void theRelayStops() {
        sfu.close();
    }

    @BeforeEach
    void aServerForTwoPartiesOfTwoListeners() {
        parties.sfu = sfu;
        parties.news = news;
        parties.settings = new PartySettings();
        parties.guests = new Guests();
        parties.settings.maxParties = 2;
        parties.settings.maxListeners = 2;
        parties.settings.economyFrom = 2;
        parties.settings.graceSeconds = 300;
        parties.settings.kilobitsPerSecond = 128;
        parties.settings.iceServers = Optional.empty();
        parties.settings.turnSecret = Optional.empty();
        parties.settings.joinsPerAddress = 60;
    }

    UUID anaStarts() {
        ask(
                anas,
                new HostRequest.CreateSession(
                        Optional.of("Friday"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return UUID.fromString(ana.first("sessionCreated").getString("sessionId"));
    }

    static HostRequest create() {
        return new HostRequest.CreateSession(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static HostRequest resume(UUID party, String secret) {
        return resume(party, secret, Optional.empty());
    }

    static HostRequest resume(UUID party, String secret, Optional<Boolean> waits) {
        return new HostRequest.CreateSession(
                Optional.empty(),
                Optional.of(new HostRequest.Claim(party, secret, waits)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static String offer() {
        try (var file = PartyTalk.class.getResourceAsStream("/sfu/chromium-producer.sdp")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void ask(PartyConversation conversation, PartyRequest request) {
        conversation.handle(new Request<>(request, Optional.empty()));
    }

    PartyConversation conversation(FakeMember member) {
        return new PartyConversation(
                member, parties, new ServerClock(), () -> new PublicAddress("http://192.0.2.2:8080"), "192.0.2.9");
    }
}
