package app.tutti.account.control;

import app.tutti.account.entity.Device;
import app.tutti.account.entity.DeviceToken;
import app.tutti.account.entity.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The browsers people have signed in with. */
@ApplicationScoped
public class Devices {
    @PersistenceContext
    EntityManager entities;

    public Optional<Device> find(DeviceToken token) {
        return Optional.ofNullable(entities.find(Device.class, token.selector()))
                .filter(device -> device.isProvedBy(token));
    }

    public void add(Device device) {
        entities.persist(device);
    }

    /** None signs in by itself any more; they stay known. */
    public void forgetAll(PersonId person) {
        entities.createQuery("update Device d set d.remembered = false where d.personId = :person")
                .setParameter("person", person.value())
                .executeUpdate();
    }
}
