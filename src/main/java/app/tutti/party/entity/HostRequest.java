package app.tutti.party.entity;

import java.util.Optional;
import java.util.UUID;

/** What only the host of a party may ask. */
public sealed interface HostRequest extends PartyRequest {

    /**
     * @param listed whether everybody who sees this server's first page may find it there; only with a link if not
     * @param ticket from the home server whose page it is; our own page needs none
     */
    record CreateSession(
            Optional<String> name, Optional<Claim> resume, Optional<Boolean> listed, Optional<String> ticket)
            implements HostRequest {
        public CreateSession {
            name.ifPresent(text -> Check.text("name", text, 100));
        }
    }

    /** A session that was left without an end, and the proof that it is one's own. */
    record Claim(UUID sessionId, String secret) {}

    record CreateProducerTransport() implements HostRequest {}

    record Produce(String transportId, String sdp) implements HostRequest {}

    record NowPlaying(PartyTrack track) implements HostRequest, PartyEvent {}

    record Pause() implements HostRequest, PartyEvent {}

    record Resume() implements HostRequest, PartyEvent {}

    /** Seconds. */
    record Position(double positionSec, double durationSec) implements HostRequest, PartyEvent {
        public Position {
            Check.seconds("positionSec", positionSec);
            Check.seconds("durationSec", durationSec);
        }
    }

    record EndSession() implements HostRequest {}
}
