package app.tutti.party.control;

import java.time.Instant;
import java.util.UUID;

/** What happens to parties, as events for whoever keeps a record of it. */
public sealed interface PartyNews {
    UUID party();

    Instant at();

    /** A host has started a party. */
    record Started(UUID party, Instant at, String name) implements PartyNews {}

    /** It is over, for good. */
    record Ended(UUID party, Instant at, String reason) implements PartyNews {}

    /** So many are listening now. */
    record Counted(UUID party, Instant at, int listeners) implements PartyNews {}
}
