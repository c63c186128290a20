package app.tutti.account.signin.entity;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What a person has given a program, so that it may act for them. */
@Entity
@Table(name = "api_key")
public class ApiKey {
    /** What the program sends; told apart from other tokens by its beginning. */
    public static final String PREFIX = "tutti_";

    @Id
    @Column(columnDefinition = "uuid")
    private UUID id;

    @Column(name = "person_id", columnDefinition = "uuid")
    private UUID personId;

    @Column(name = "key_hash")
    private String keyHash;

    private String label;

    private OffsetDateTime created;

    private OffsetDateTime used;

    protected ApiKey() {}

    public ApiKey(Token key, PersonId person, String label, OffsetDateTime now) {
        this.id = UUID.randomUUID();
        this.keyHash = key.hash();
        this.personId = person.value();
        this.label = label;
        this.created = now;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public String hash() {
        return keyHash;
    }

    public String label() {
        return label;
    }

    public OffsetDateTime created() {
        return created;
    }

    /** Empty before the first time; within minutes. */
    public Optional<OffsetDateTime> used() {
        return Optional.ofNullable(used);
    }

    public void use(OffsetDateTime now) {
        used = now;
    }
}
