package app.tutti.account.signin.control;

import app.tutti.account.access.control.Access;
import app.tutti.account.people.control.Devices;
import app.tutti.account.people.control.People;
import app.tutti.account.people.entity.Device;
import app.tutti.account.people.entity.DeviceToken;
import app.tutti.account.people.entity.FirstAdmin;
import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonPicture;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Subject;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.entity.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What changes about accounts, each change whole or not at all. */
@ApplicationScoped
@Transactional
public class Accounts {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    People people;

    @Inject
    Devices devices;

    @Inject
    SetUpCode setUpCode;

    @Inject
    Event<FirstAdmin> firstAdmin;

    /** The first admin, unless there is one; the code of set-up is good for nothing from then on. */
    public Optional<PersonState> setUp(PersonName name, String passwordHash) {
        // Two that come at once, also at two servers with one database: the second waits, and then there is an admin.
        people.lock();
        if (people.hasAdmin()) {
            return Optional.empty();
        }
        setUpCode.removeAll();
        PersonState admin = add(name, Role.ADMIN, passwordHash);
        // Whoever observes it writes what refers to them.
        entities.flush();
        firstAdmin.fire(new FirstAdmin(admin.identity().id()));
        return Optional.of(admin);
    }

    /**
     * For the start, in a transaction: what it reads with outside of one it shares with the threads that it starts, and
     * the first of them to end closes it.
     */
    public boolean areThere() {
        return access.isSetUp();
    }

    /** For the start. Whether whoever runs this server gets in without one. */
    public boolean areNotNeededHere() {
        return access.isOpenToItsMachine();
    }

    public PersonState add(PersonName name, Role role, String passwordHash) {
        Person person = new Person(name, role, passwordHash, OffsetDateTime.now());
        entities.persist(person);
        return person.standing();
    }

    public Optional<PersonState> find(Subject subject) {
        return people.find(subject).map(Person::standing);
    }

    /** A member whom a provider knows, by the name it tells as far as nobody here has it. */
    public PersonState add(Subject subject, String told) {
        // Two sign-ins of one person at once: the second waits, and finds who is there.
        entities.createNativeQuery("lock table person in exclusive mode").executeUpdate();
        return find(subject).orElseGet(() -> {
            PersonName name = PersonName.told(told)
                    .filter(free -> people.find(free).isEmpty())
                    .findFirst()
                    .orElseThrow();
            Person person = new Person(name, subject, OffsetDateTime.now());
            entities.persist(person);
            return person.standing();
        });
    }

    public Token newSetUpCode() {
        return setUpCode.renew(OffsetDateTime.now());
    }

    /** In place of what this browser was before, if it was anything. */
    public DeviceToken addDevice(PersonId person, String label, boolean remembered, Optional<DeviceToken> before) {
        before.flatMap(devices::find).ifPresent(entities::remove);
        DeviceToken token = DeviceToken.next();
        OffsetDateTime now = OffsetDateTime.now();
        devices.add(new Device(token, person, label, remembered, now));
        devices.prune(now);
        return token;
    }

    /** The person of a remembered device. */
    public Optional<PersonId> recognise(DeviceToken token) {
        Optional<Device> device = devices.find(token).filter(Device::isRemembered);
        device.ifPresent(known -> known.use(OffsetDateTime.now()));
        return device.map(Device::person);
    }

    public void forget(DeviceToken token) {
        devices.find(token).ifPresent(Device::forget);
    }

    /** Whether it was theirs; strangers guess it no easier from there than from anywhere else. */
    public boolean revokeDevice(PersonId person, String selector) {
        Optional<Device> device = devices.find(person, selector);
        device.ifPresent(devices::remove);
        return device.isPresent();
    }

    /** The other devices are signed out. */
    public Optional<PersonState> changePassword(PersonId id, String hash, String thisDevice) {
        devices.forgetOthers(id, thisDevice);
        Optional<Person> person = people.find(id);
        person.ifPresent(known -> known.changePassword(hash));
        return person.map(Person::standing);
    }

    public void call(PersonId id, PersonName name) {
        people.find(id).ifPresent(person -> person.call(name));
    }

    public void prefer(PersonId id, String language, String theme) {
        people.find(id).ifPresent(person -> person.prefer(language, theme));
    }

    public void show(PersonPicture picture) {
        entities.merge(picture);
    }

    public void removePicture(PersonId id) {
        Optional.ofNullable(entities.find(PersonPicture.class, id.value())).ifPresent(entities::remove);
    }

    public Token addKey(PersonId person, String label) {
        Token key = Token.next();
        entities.persist(new ApiKey(key, person, label, OffsetDateTime.now()));
        return key;
    }

    /** Gives back the hash of a key that was theirs. */
    public Optional<String> removeKey(PersonId person, UUID id) {
        Optional<ApiKey> key = Optional.ofNullable(entities.find(ApiKey.class, id))
                .filter(known -> known.person().equals(person));
        key.ifPresent(entities::remove);
        return key.map(ApiKey::hash);
    }

    public void useKey(UUID id) {
        Optional.ofNullable(entities.find(ApiKey.class, id)).ifPresent(key -> key.use(OffsetDateTime.now()));
    }

    public void signOutEverywhere(PersonId id) {
        people.find(id).ifPresent(Person::signOutEverywhere);
        devices.forgetAll(id);
    }
}
