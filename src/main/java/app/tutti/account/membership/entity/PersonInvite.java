package app.tutti.account.membership.entity;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Asks somebody in, who chooses a name and a password and then has an account. */
@Entity
@Table(name = "person_invite")
public class PersonInvite extends OneTimeLink {
    public static final Duration LIFE = Duration.ofDays(7);

    private String role;

    @Column(name = "name")
    private String suggestedName;

    protected PersonInvite() {}

    /** @param suggestedName what they may be called; may be empty */
    public PersonInvite(Token token, Role role, String suggestedName, PersonId madeBy, OffsetDateTime now) {
        super(token, madeBy, LIFE, now);
        this.role = role.text();
        this.suggestedName = suggestedName;
    }

    public Role getRole() {
        return Role.of(role);
    }

    public String getSuggestedName() {
        return suggestedName == null ? "" : suggestedName;
    }
}
