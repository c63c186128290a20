package app.tutti.account.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Somebody with an account. */
@Entity
public class Person {
    @Id
    @Column(columnDefinition = "uuid")
    private UUID id;

    private String name;

    @Column(name = "display_name")
    private String displayName;

    private String role;

    private String password;

    @Column(name = "oidc_issuer")
    private String issuer;

    @Column(name = "oidc_subject")
    private String subject;

    private String language;

    private String theme;

    private int generation;

    private OffsetDateTime created;

    protected Person() {}

    /** @param passwordHash as {@code Pbkdf2PasswordHash} writes it, or null for who signs in elsewhere */
    public Person(PersonName name, Role role, String passwordHash, OffsetDateTime now) {
        this.id = PersonId.next().value();
        this.name = name.value();
        this.displayName = name.value();
        this.password = passwordHash;
        this.created = now;
        become(role);
    }

    /** Who signs in with an OpenID provider, and has no password. */
    public Person(PersonName name, Subject subject, OffsetDateTime now) {
        this(name, Role.MEMBER, null, now);
        this.issuer = subject.issuer();
        this.subject = subject.value();
    }

    public PersonId id() {
        return new PersonId(id);
    }

    /** What they sign in by. */
    public PersonName name() {
        return new PersonName(name);
    }

    /** What they are called; they sign in by their name as before. */
    public void call(PersonName newName) {
        displayName = newName.value();
    }

    public void prefer(String newLanguage, String newTheme) {
        language = newLanguage;
        theme = newTheme;
    }

    /** Empty as long as they have chosen none. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public Optional<String> theme() {
        return Optional.ofNullable(theme);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(password);
    }

    public void become(Role newRole) {
        if (newRole != Role.MEMBER && newRole != Role.ADMIN) {
            throw new IllegalArgumentException("nobody has an account as " + newRole);
        }
        role = newRole.text();
    }

    /** Whoever knew the old one is out. */
    public void changePassword(String newHash) {
        password = newHash;
        signOutEverywhere();
    }

    /** Sessions that began before are over. */
    public void signOutEverywhere() {
        generation++;
    }

    public PersonState standing() {
        return new PersonState(new Identity.SignedIn(id(), displayName, Role.of(role)), generation);
    }
}
