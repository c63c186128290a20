package app.tutti.account.access.entity;

import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.SessionToken;
import java.util.Optional;

/**
 * In whose name something is open, and by what right.
 *
 * @param ticket of their session; empty for a program of theirs
 */
public record AuthenticatedSession(Identity.SignedIn person, Optional<SessionToken> ticket) {

    public boolean isOf(PersonId id) {
        return person.id().equals(id);
    }

    public boolean isOf(SessionToken ended) {
        return ticket.filter(own -> own.session().equals(ended.session())).isPresent();
    }

    /** A program has no session that would say: whether its key is still good is asked when it comes again. */
    public boolean isGoodFor(PersonState now) {
        return ticket.map(now::admits).orElse(true);
    }

    public boolean isMoreThan(PersonState now) {
        return !now.identity().role().includes(person.role());
    }
}
