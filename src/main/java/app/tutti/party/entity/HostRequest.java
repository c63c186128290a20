package app.tutti.party.entity;

import java.util.Optional;
import java.util.UUID;

/** What only the host of a party may ask. */
public sealed interface HostRequest extends PartyRequest {
    int LONGEST_PASSWORD = 100;

    /**
     * @param password what listeners need beside the link, if they need one
     * @param listed whether everybody who sees this server's first page may find it there; only with a link if not
     * @param ticket from the home server whose page it is; our own page needs none
     */
    record CreateSession(
            Optional<String> name,
            Optional<Claim> resume,
            Optional<Boolean> listed,
            Optional<String> password,
            Optional<String> ticket)
            implements HostRequest {
        public CreateSession {
            name = name.map(text -> Check.line("name", text, 100));
            Check.password(password);
        }
    }

    /**
     * A session that was left without an end, and the proof that it is one's own.
     *
     * @param waits whether the page's browser wants a tap before there is sound again
     */
    record Claim(UUID sessionId, String secret, Optional<Boolean> waits) {}

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

    /** What listeners may do beside listening. */
    record Allow(boolean chat, boolean requests) implements HostRequest {}

    /** What listeners have asked for comes next. */
    record AcceptRequest(String requestedTrackId) implements HostRequest {
        public AcceptRequest {
            Check.id("requestedTrackId", requestedTrackId);
        }
    }

    /** It will not be played. */
    record DeclineRequest(String requestedTrackId) implements HostRequest {
        public DeclineRequest {
            Check.id("requestedTrackId", requestedTrackId);
        }
    }

    record EndSession() implements HostRequest {}
}
