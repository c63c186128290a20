package app.tutti.party.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A party in a list. */
public record PartyCard(UUID id, String name, Optional<PartyTrack> track, int listeners, Instant startedAt) {}
