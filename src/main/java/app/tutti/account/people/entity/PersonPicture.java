package app.tutti.account.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a person looks like, as we have encoded it. */
@Entity
@Table(name = "person_picture")
public class PersonPicture {
    @Id
    @Column(name = "person_id", columnDefinition = "uuid")
    private UUID personId;

    private String sha256;

    private byte[] small;

    private byte[] large;

    protected PersonPicture() {}

    public PersonPicture(PersonId person, String sha256, byte[] small, byte[] large) {
        this.personId = person.value();
        this.sha256 = sha256;
        this.small = small.clone();
        this.large = large.clone();
    }

    public String sha256() {
        return sha256;
    }

    public byte[] small() {
        return small.clone();
    }

    public byte[] large() {
        return large.clone();
    }
}
