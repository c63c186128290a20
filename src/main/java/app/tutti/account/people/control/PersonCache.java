package app.tutti.account.people.control;

import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonChanged;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.SessionToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is who right now, in memory, so that a request with a session asks no database. Whoever changes a person says so
 * here, after the change is stored.
 */
@ApplicationScoped
public class PersonCache {
    private final Map<PersonId, PersonState> known = new ConcurrentHashMap<>();
    /** Where each person's picture is; empty for who has none. */
    private final Map<PersonId, String> pictures = new ConcurrentHashMap<>();

    private volatile boolean setUp;

    /** Devices that were revoked since the start: sessions do not outlive it either. */
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    @Inject
    People people;

    @Inject
    Event<PersonChanged> changes;

    /** The person of a session, unless that session is over. */
    public Optional<PersonState> of(SessionToken ticket) {
        return revoked.contains(ticket.device())
                ? Optional.empty()
                : of(ticket.person()).filter(standing -> standing.admits(ticket));
    }

    public Optional<PersonState> of(PersonId id) {
        // A person who is gone is not kept: no session of theirs is for long, and ids are not for strangers to choose.
        return Optional.ofNullable(known.computeIfAbsent(
                id, wanted -> people.find(wanted).map(Person::standing).orElse(null)));
    }

    /** Where their picture is, in few pixels; empty for who has none, and is shown by their initials. */
    public String picture(PersonId id) {
        return pictures.computeIfAbsent(
                id,
                wanted -> people.pictureTag(wanted)
                        .map(tag -> "/api/people/%s/picture?v=%s".formatted(wanted, tag))
                        .orElse(""));
    }

    /** Nobody is signed out by it. */
    public void pictureChanged(PersonId id) {
        pictures.remove(id);
    }

    /** Whether there is an admin; there is one ever after. */
    public boolean isSetUp() {
        if (!setUp) {
            setUp = people.hasAdmin();
        }
        return setUp;
    }

    public void changed(PersonId id) {
        known.remove(id);
        pictures.remove(id);
        changes.fire(new PersonChanged(id));
    }

    /** Sessions that were begun with this device of theirs are over. */
    public void revoked(PersonId id, String device) {
        revoked.add(device);
        changed(id);
    }

    /** After changes that nobody told us: a restored backup, a test's own hand. */
    public void forget() {
        known.clear();
        pictures.clear();
        setUp = false;
    }
}
