package app.tutti.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** What remains of a party: when it began, when and why it ended. */
@Entity
@Table(name = "party_session")
public class PartyRecord {
    @Id
    @Column(columnDefinition = "uuid")
    private UUID id;

    private String name;

    private OffsetDateTime created;

    private OffsetDateTime ended;

    @Column(name = "end_reason")
    private String endReason;

    private boolean listed;

    private boolean locked;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "password_hash")
    private String passwordHash;

    /** When it was certainly still on. */
    private OffsetDateTime seen;

    protected PartyRecord() {}

    public PartyRecord(UUID id, String name, OffsetDateTime created) {
        this.id = id;
        this.name = name;
        this.created = created;
        seen = created;
    }

    /**
     * What host and listeners show to be let in again, should the server stop.
     *
     * @param passwordHash where there is one and it could be made; with none a locked party cannot go on
     */
    public void keys(boolean isListed, boolean isLocked, String secret, Optional<String> password) {
        listed = isListed;
        locked = isLocked;
        secretHash = secret;
        passwordHash = password.orElse(null);
    }

    public PastParty past(int mostListeners, int tracks) {
        return new PastParty(id, name, created, ended, mostListeners, tracks);
    }

    public UUID id() {
        return id;
    }

    public void end(OffsetDateTime at, String reason) {
        ended = at;
        endReason = reason;
        secretHash = null;
        passwordHash = null;
    }

    public boolean isOver() {
        return ended != null;
    }

    /** Its link was enough. */
    public boolean isOpen() {
        return !locked;
    }

    /** Whoever waits for it would still be waiting, and everybody can be let in again. */
    public boolean goesOn(OffsetDateTime since) {
        return secretHash != null && (passwordHash != null || !locked) && !seen.isBefore(since);
    }

    public OffsetDateTime seen() {
        return seen == null ? created : seen;
    }

    /** As it was left by a server that stopped. @param hasHash password, hash */
    public Party leftOpen(BiPredicate<String, String> hasHash, long nowNanos) {
        Optional<PartyPassword> password = Optional.ofNullable(passwordHash)
                .map(hash -> PartyPassword.written(given -> hasHash.test(given, hash)));
        return Party.leftOpen(id, name, listed, HostSecret.written(secretHash), password, nowNanos);
    }
}
