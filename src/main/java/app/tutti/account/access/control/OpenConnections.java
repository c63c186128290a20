package app.tutti.account.access.control;

import app.tutti.account.access.entity.AuthenticatedSession;
import app.tutti.account.access.entity.Ending;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.PersonChanged;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.SessionEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What stays open for people when their request has been admitted: sockets, and sound on its way. */
@ApplicationScoped
public class OpenConnections {
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

    @Inject
    PersonCache standings;

    /**
     * @param claim empty for who has not signed in: nothing of theirs ends with a sign-out
     * @param end called once at most, on whatever thread; must not wait
     */
    public Hold hold(Optional<AuthenticatedSession> claim, Consumer<Ending> end) {
        Hold hold = new Hold(claim.orElse(null), end);
        if (claim.isPresent()) {
            holds.add(hold);
            // Signed out between the admission and now.
            check(hold);
        }
        return hold;
    }

    void changed(@Observes PersonChanged change) {
        each(claim -> claim.isOf(change.person()), hold -> {
            if (hold.claim.ticket().isEmpty()) {
                // A program's: it may be about its key, which we do not know.
                hold.end(Ending.SIGNED_OUT);
            }
            check(hold);
        });
    }

    void ended(@Observes SessionEnded session) {
        each(claim -> claim.isOf(session.ticket()), hold -> hold.end(Ending.SIGNED_OUT));
    }

    private void each(Predicate<AuthenticatedSession> which, Consumer<Hold> action) {
        holds.stream().filter(hold -> which.test(hold.claim)).forEach(action);
    }

    private void check(Hold hold) {
        Optional<PersonState> now = standings.of(hold.claim.person().id());
        if (now.filter(hold.claim::isGoodFor).isEmpty()) {
            hold.end(Ending.SIGNED_OUT);
        } else if (hold.claim.isMoreThan(now.get())) {
            hold.end(Ending.ROLE_CHANGED);
        }
    }

    /** One thing that is open; to be let go when it ends by itself. */
    public final class Hold implements AutoCloseable {
        private final AuthenticatedSession claim;
        private final Consumer<Ending> end;

        private Hold(AuthenticatedSession claim, Consumer<Ending> end) {
            this.claim = claim;
            this.end = end;
        }

        @Override
        public void close() {
            holds.remove(this);
        }

        private void end(Ending why) {
            if (holds.remove(this)) {
                end.accept(why);
            }
        }
    }
}
