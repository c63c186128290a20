package app.tutti.account.people.control;

import app.tutti.account.people.entity.Device;
import app.tutti.account.people.entity.DeviceToken;
import app.tutti.account.people.entity.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The browsers people have signed in with. */
@ApplicationScoped
public class Devices {
    private static final int LONGEST_SESSION_DAYS = 30;
    private static final int LONGEST_UNUSED_DAYS = 365;

    @PersistenceContext
    EntityManager entities;

    public Optional<Device> find(DeviceToken token) {
        return Optional.ofNullable(entities.find(Device.class, token.selector()))
                .filter(device -> device.isProvedBy(token));
    }

    /** Where a person is signed in, the last used first. */
    public List<Device> of(PersonId person) {
        // A session on a device that is not remembered may be over by itself; after that long it certainly is.
        return entities.createQuery(
                        "select d from Device d where d.personId = :person and d.signedIn = true"
                                + " and (d.remembered = true or d.used > :lately) order by d.used desc",
                        Device.class)
                .setParameter("person", person.value())
                .setParameter("lately", OffsetDateTime.now().minusDays(LONGEST_SESSION_DAYS))
                .getResultList();
    }

    public Optional<Device> find(PersonId person, String selector) {
        return Optional.ofNullable(entities.find(Device.class, selector))
                .filter(device -> device.person().equals(person));
    }

    /**
     * Removes those by which nobody comes any more: unused for as long as a browser keeps its cookie, or not remembered
     * and older than any session. The last one of each person stays that year: it says when they were here.
     */
    public void prune(OffsetDateTime now) {
        entities.createNativeQuery("""
                        delete from device where used < ?1 or (not remembered and used < ?2 and exists (
                            select 1 from device later
                            where later.person_id = device.person_id and later.used > device.used))""")
                .setParameter(1, now.minusDays(LONGEST_UNUSED_DAYS))
                .setParameter(2, now.minusDays(LONGEST_SESSION_DAYS))
                .executeUpdate();
    }

    public void remove(Device device) {
        entities.remove(device);
    }

    public void add(Device device) {
        entities.persist(device);
    }

    /** As {@link #forgetAll}, but for one. */
    public void forgetOthers(PersonId person, String selector) {
        entities.createQuery("update Device d set d.remembered = false, d.signedIn = false"
                        + " where d.personId = :person and d.selector <> :selector")
                .setParameter("person", person.value())
                .setParameter("selector", selector)
                .executeUpdate();
    }

    /** None signs in by itself any more; they stay known. */
    public void forgetAll(PersonId person) {
        entities.createQuery("update Device d set d.remembered = false, d.signedIn = false where d.personId = :person")
                .setParameter("person", person.value())
                .executeUpdate();
    }

    /** When each person last signed in by one of them. */
    public Map<PersonId, OffsetDateTime> lastUsed() {
        return entities.createQuery("select d.personId, max(d.used) from Device d group by d.personId", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> new PersonId((UUID) row[0]), row -> (OffsetDateTime) row[1]));
    }
}
