package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.people.control.LastSeen;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.SessionEnded;
import app.tutti.account.people.entity.SessionToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Who has signed in, by HTTP sessions; nobody else has one. */
@ApplicationScoped
public class Sessions {
    private static final String TICKET = SessionToken.class.getName();

    @Inject
    PersonCache standings;

    @Inject
    LastSeen lastSeen;

    @Inject
    Event<SessionEnded> endings;

    Optional<Identity.SignedIn> person(HttpServletRequest request) {
        Optional<SessionToken> ticket = ticket(request);
        Optional<PersonState> standing = ticket.flatMap(standings::of);
        if (ticket.isPresent() && standing.isEmpty()) {
            request.getSession().invalidate();
        }
        standing.ifPresent(known -> {
            Caller.mark(request, ticket.get());
            lastSeen.now(known.identity().id());
        });
        return standing.map(PersonState::identity);
    }

    public void begin(HttpServletRequest request, PersonState standing, String device) {
        Optional<SessionToken> before = ticket(request);
        HttpSession session = request.getSession();
        if (!session.isNew()) {
            // Somebody else may know its id.
            request.changeSessionId();
        }
        boolean same = before.flatMap(standings::of).filter(standing::equals).isPresent();
        SessionToken ticket = standing.ticket(same ? before.get().session() : UUID.randomUUID(), device);
        session.setAttribute(TICKET, ticket);
        Caller.mark(request, ticket);
        before.filter(old -> !same).ifPresent(old -> endings.fire(new SessionEnded(old)));
    }

    /** With which device this session was begun. */
    public Optional<String> device(HttpServletRequest request) {
        return ticket(request).map(SessionToken::device);
    }

    /** With all that is in it, also where nobody has signed in yet. */
    void end(HttpServletRequest request) {
        Optional<SessionToken> ticket = ticket(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        ticket.ifPresent(ended -> endings.fire(new SessionEnded(ended)));
    }

    private static Optional<SessionToken> ticket(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TICKET) instanceof SessionToken ticket
                ? Optional.of(ticket)
                : Optional.empty();
    }
}
