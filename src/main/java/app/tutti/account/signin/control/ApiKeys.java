package app.tutti.account.signin.control;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.entity.ApiKey;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The keys of programs. Those that were shown once are kept in memory, so that a request asks no database. */
@ApplicationScoped
public class ApiKeys {
    private static final long NOTE_EVERY_NANOS = 300L * 1_000_000_000L;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @PersistenceContext
    EntityManager entities;

    @Inject
    SignInLimits limits;

    /**
     * Whose key this is.
     *
     * @throws TooBusyException when this address has shown too many that nobody has
     */
    public Optional<Known> find(Token key, String subscriber) {
        String hash = key.hash();
        Known before = known.get(hash);
        if (before != null) {
            return Optional.of(before);
        }
        // Atomic for this hash: a key that is revoked meanwhile is forgotten after it was found, never before.
        Optional<Known> found = Optional.ofNullable(known.computeIfAbsent(hash, this::load));
        if (found.isEmpty()) {
            // Counted afterwards: whoever guesses keeps nobody at the same address from using theirs.
            limits.wrongKey(subscriber);
        }
        return found;
    }

    public List<ApiKey> of(PersonId person) {
        return entities.createQuery(
                        "select k from ApiKey k where k.personId = :person order by k.created desc", ApiKey.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    /** After it was removed from the database. */
    public void revoked(String hash) {
        known.remove(hash);
    }

    private Known load(String hash) {
        return entities.createQuery("select k from ApiKey k where k.keyHash = :hash", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(key -> new Known(key.id(), key.person()))
                .orElse(null);
    }

    /** A key that is right. */
    public static final class Known {
        private final UUID id;
        private final PersonId person;
        private final AtomicLong noteAt = new AtomicLong(System.nanoTime());

        private Known(UUID id, PersonId person) {
            this.id = id;
            this.person = person;
        }

        public UUID id() {
            return id;
        }

        public PersonId person() {
            return person;
        }

        /** Now and then, for one of those that ask: that it was used is worth writing down. */
        public boolean isDue() {
            long now = System.nanoTime();
            long due = noteAt.get();
            return now - due >= 0 && noteAt.compareAndSet(due, now + NOTE_EVERY_NANOS);
        }
    }
}
