package app.tutti.account.people.control;

import app.tutti.account.people.entity.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When people with a session last asked for something, since the server's start: a session can last for days. */
@ApplicationScoped
public class LastSeen {
    private final Map<PersonId, Instant> seen = new ConcurrentHashMap<>();

    public void now(PersonId person) {
        seen.put(person, Instant.now());
    }

    public Optional<Instant> of(PersonId person) {
        return Optional.ofNullable(seen.get(person));
    }
}
