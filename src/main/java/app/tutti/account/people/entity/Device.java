package app.tutti.account.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A browser somebody has signed in with. A remembered one signs them in again; every one shows that a person's name was
 * once signed in from there, which a stranger's guesses cannot use up.
 */
@Entity
public class Device {
    @Id
    private String selector;

    @Column(name = "person_id", columnDefinition = "uuid")
    private UUID personId;

    @Column(name = "secret_hash")
    private String secretHash;

    private String label;

    private boolean remembered;

    @Column(name = "signed_in")
    private boolean signedIn;

    private OffsetDateTime created;

    private OffsetDateTime used;

    protected Device() {}

    public Device(DeviceToken token, PersonId person, String label, boolean remembered, OffsetDateTime now) {
        this.selector = token.selector();
        this.secretHash = token.secret().hash();
        this.personId = person.value();
        this.label = label;
        this.remembered = remembered;
        this.signedIn = true;
        this.created = now;
        this.used = now;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    /** Where to look: not the proof. */
    public String selector() {
        return selector;
    }

    /** Empty for a browser that did not say what it is. */
    public String label() {
        return label;
    }

    public OffsetDateTime used() {
        return used;
    }

    public boolean isRemembered() {
        return remembered;
    }

    public boolean isProvedBy(DeviceToken token) {
        return token.selector().equals(selector) && token.secret().hasHash(secretHash);
    }

    public void use(OffsetDateTime now) {
        used = now;
    }

    /** It stays known, but does not sign in any more. */
    public void forget() {
        remembered = false;
        signedIn = false;
    }
}
