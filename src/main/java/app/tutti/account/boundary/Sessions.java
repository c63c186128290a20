package app.tutti.account.boundary;

import app.tutti.account.control.Standings;
import app.tutti.account.entity.Identity;
import app.tutti.account.entity.Standing;
import app.tutti.account.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who has signed in, by HTTP sessions; nobody else has one. */
@ApplicationScoped
public class Sessions {
    private static final String TICKET = Ticket.class.getName();

    @Inject
    Standings standings;

    Optional<Identity.SignedIn> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TICKET) instanceof Ticket ticket)) {
            return Optional.empty();
        }
        Optional<Standing> standing = standings.of(ticket);
        if (standing.isEmpty()) {
            session.invalidate();
        }
        return standing.map(Standing::identity);
    }

    void begin(HttpServletRequest request, Standing standing) {
        HttpSession session = request.getSession();
        if (!session.isNew()) {
            // Somebody else may know its id.
            request.changeSessionId();
        }
        session.setAttribute(TICKET, standing.ticket());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
