package app.tutti.account.membership.control;

import app.tutti.account.membership.entity.OneTimeLink;
import app.tutti.account.membership.entity.PasswordReset;
import app.tutti.account.membership.entity.PersonInvite;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time links: invites and resets. */
@ApplicationScoped
public class Links {
    @PersistenceContext
    EntityManager entities;

    public <L extends OneTimeLink> Optional<L> find(Class<L> kind, Token token) {
        return Optional.ofNullable(entities.find(kind, token.hash()));
    }

    /** Of two who use it at once, the second waits and finds it used. */
    public <L extends OneTimeLink> Optional<L> take(Class<L> kind, Token token) {
        return Optional.ofNullable(entities.find(kind, token.hash(), LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(OneTimeLink link) {
        entities.persist(link);
    }

    public Optional<PersonInvite> invite(UUID id) {
        return entities.createQuery("select i from PersonInvite i where i.id = :id", PersonInvite.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public List<PersonInvite> openInvites(OffsetDateTime now) {
        return entities.createQuery("""
                        select i from PersonInvite i
                        where i.used is null and i.revoked is null and i.expires > :now
                        order by i.created desc""", PersonInvite.class)
                .setParameter("now", now)
                .getResultList();
    }

    public List<PasswordReset> resets(PersonId person) {
        return entities.createQuery("select r from PasswordReset r where r.personId = :person", PasswordReset.class)
                .setParameter("person", person.value())
                .getResultList();
    }
}
