package app.tutti.account.membership.entity;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Lets a person who has lost the password choose another. */
@Entity
@Table(name = "password_reset")
public class PasswordReset extends OneTimeLink {
    public static final Duration LIFE = Duration.ofHours(24);

    @Column(name = "person_id", columnDefinition = "uuid")
    private UUID personId;

    protected PasswordReset() {}

    public PasswordReset(Token token, PersonId person, PersonId madeBy, OffsetDateTime now) {
        super(token, madeBy, LIFE, now);
        this.personId = person.value();
    }

    public PersonId person() {
        return new PersonId(personId);
    }
}
