package app.tutti.account.membership.entity;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A link that opens something once, for a time, to whoever has it. */
@MappedSuperclass
public abstract class OneTimeLink {
    @Id
    @Column(name = "code_hash")
    private String codeHash;

    @Column(columnDefinition = "uuid")
    private UUID id;

    @Column(name = "made_by", columnDefinition = "uuid")
    private UUID madeBy;

    private OffsetDateTime created;

    private OffsetDateTime expires;

    private OffsetDateTime used;

    private OffsetDateTime revoked;

    protected OneTimeLink() {}

    protected OneTimeLink(Token token, PersonId madeBy, Duration life, OffsetDateTime now) {
        this.id = UUID.randomUUID();
        this.codeHash = token.hash();
        this.madeBy = madeBy.value();
        this.created = now;
        this.expires = now.plus(life);
    }

    public UUID getId() {
        return id;
    }

    public OffsetDateTime getExpires() {
        return expires;
    }

    /** What was done with it says more than that its time is over by now. */
    public LinkState state(OffsetDateTime now) {
        if (used != null) {
            return LinkState.USED;
        }
        if (revoked != null) {
            return LinkState.REVOKED;
        }
        return now.isBefore(expires) ? LinkState.OPEN : LinkState.EXPIRED;
    }

    public void use(OffsetDateTime now) {
        if (state(now) != LinkState.OPEN) {
            throw new IllegalStateException("this link is " + state(now));
        }
        used = now;
    }

    public void revoke(OffsetDateTime now) {
        if (state(now) == LinkState.OPEN) {
            revoked = now;
        }
    }
}
