package app.tutti.party.entity;

import java.util.Optional;
import java.util.UUID;

/** What a listener of a party may ask. */
public sealed interface ListenerRequest extends PartyRequest {
    int LONGEST_NAME = 50;

    record Join(UUID sessionId, Optional<String> name, Optional<String> password) implements ListenerRequest {
        public Join {
            name = name.map(text -> Check.line("name", text, LONGEST_NAME));
            Check.password(password);
        }
    }

    /** The name that host and chat see from here on; an empty one takes it back. */
    record Introduce(String name) implements ListenerRequest {
        public Introduce {
            name = Check.line("name", name, LONGEST_NAME);
        }
    }

    /** Asks the host for a track of this server's catalogue. */
    record RequestTrack(String trackId) implements ListenerRequest {
        public RequestTrack {
            Check.id("trackId", trackId);
        }
    }

    record CreateConsumerTransport() implements ListenerRequest {}

    record Consume(String transportId, String sdp) implements ListenerRequest {}

    record ResumeConsumer(String consumerId) implements ListenerRequest {}
}
