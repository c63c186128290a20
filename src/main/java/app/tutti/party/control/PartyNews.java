package app.tutti.party.control;

import app.tutti.party.entity.PartyTrack;
import app.tutti.party.entity.Secret;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What happens to parties, as events for whoever keeps a record of it. */
public sealed interface PartyNews {
    UUID party();

    OffsetDateTime at();

    /**
     * A host has started a party.
     *
     * @param secretHash of what the host shows to be let in again
     * @param password as the host has said it
     */
    record Started(
            UUID party, OffsetDateTime at, String name, boolean listed, String secretHash, Optional<Secret> password)
            implements PartyNews {}

    /** It is over, for good. */
    record Ended(UUID party, OffsetDateTime at, String reason) implements PartyNews {}

    /** From here on this is heard. */
    record Played(UUID party, OffsetDateTime at, PartyTrack track) implements PartyNews {}

    /** So many are listening now. */
    record Counted(UUID party, OffsetDateTime at, int listeners) implements PartyNews {}
}
