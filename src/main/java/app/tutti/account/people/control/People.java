package app.tutti.account.people.control;

import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonPicture;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Everybody with an account. */
@ApplicationScoped
public class People {
    @PersistenceContext
    EntityManager entities;

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value()));
    }

    /** Names differ by more than their case. */
    public Optional<Person> find(PersonName name) {
        // The driver sends text, and text = citext would compare by case.
        return entities.createNativeQuery("select * from person where name = cast(?1 as citext)", Person.class)
                .setParameter(1, name.value())
                .getResultStream()
                .map(Person.class::cast)
                .findFirst();
    }

    /** Never by what the provider calls them: names and addresses there change hands. */
    public Optional<Person> find(Subject subject) {
        return entities.createQuery(
                        "select p from Person p where p.issuer = :issuer and p.subject = :subject", Person.class)
                .setParameter("issuer", subject.issuer())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<PersonPicture> picture(PersonId id) {
        return Optional.ofNullable(entities.find(PersonPicture.class, id.value()));
    }

    /** Asks for no more than its name: for a page that only points to it. */
    public Optional<String> pictureTag(PersonId id) {
        return entities.createQuery("select p.sha256 from PersonPicture p where p.personId = :person", String.class)
                .setParameter("person", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Until the transaction's end nobody else changes who there is: for what must hold of all of them together. */
    public void lock() {
        entities.createNativeQuery("lock table person in exclusive mode").executeUpdate();
    }

    public void add(Person person) {
        entities.persist(person);
    }

    public void remove(Person person) {
        entities.remove(person);
    }

    public List<Person> all() {
        return entities.createQuery("select p from Person p order by lower(p.displayName)", Person.class)
                .getResultList();
    }

    public boolean hasAdmin() {
        return admins() > 0;
    }

    public long admins() {
        return entities.createQuery("select count(p) from Person p where p.role = :admin", Long.class)
                .setParameter("admin", Role.ADMIN.text())
                .getSingleResult();
    }
}
