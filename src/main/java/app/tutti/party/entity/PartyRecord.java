package app.tutti.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

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

    protected PartyRecord() {}

    public PartyRecord(UUID id, String name, OffsetDateTime created) {
        this.id = id;
        this.name = name;
        this.created = created;
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
    }
}
