package app.tutti.party.entity;

import java.util.Optional;
import java.util.UUID;

/** What a listener of a party may ask. */
public sealed interface ListenerRequest extends PartyRequest {

    record Join(UUID sessionId, Optional<String> name) implements ListenerRequest {
        public Join {
            name.ifPresent(text -> Check.text("name", text, 50));
        }
    }

    record CreateConsumerTransport() implements ListenerRequest {}

    record Consume(String transportId, String sdp) implements ListenerRequest {}

    record ResumeConsumer(String consumerId) implements ListenerRequest {}
}
