package app.tutti.account.entity;

import java.util.Optional;

/**
 * In whose name something is open, and by what right.
 *
 * @param ticket of their session; empty for a program of theirs
 */
public record Claim(Identity.SignedIn person, Optional<Ticket> ticket) {

    public boolean isOf(PersonId id) {
        return person.id().equals(id);
    }

    public boolean isOf(Ticket ended) {
        return ticket.filter(own -> own.session().equals(ended.session())).isPresent();
    }

    /** A program has no session that would say: whether its key is still good is asked when it comes again. */
    public boolean isGoodFor(Standing now) {
        return ticket.map(now::admits).orElse(true);
    }

    public boolean isMoreThan(Standing now) {
        return !now.identity().role().includes(person.role());
    }
}
