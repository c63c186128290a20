package app.tutti.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a person has given a program, so that it may act for them. */
@Entity
@Table(name = "api_key")
public class ApiKey {
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
}
