package app.tutti.account.control;

import app.tutti.account.entity.Person;
import app.tutti.account.entity.PersonId;
import app.tutti.account.entity.PersonName;
import app.tutti.account.entity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    public boolean hasAdmin() {
        return entities.createQuery("select count(p) from Person p where p.role = :admin", Long.class)
                        .setParameter("admin", Role.ADMIN.text())
                        .getSingleResult()
                > 0;
    }
}
