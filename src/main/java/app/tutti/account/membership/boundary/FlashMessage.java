package app.tutti.account.membership.boundary;

import app.tutti.account.access.control.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * A one-time link on its way to the one page that shows it: its secret is nowhere else, and a reload of that page makes
 * no second one.
 */
@RequestScoped
public class FlashMessage {
    private static final String LINK = FlashMessage.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    void keep(String kind, String name, String path) {
        request.getSession()
                .setAttribute(LINK, new Link(kind, name, caller.publicAddress().to(path)));
    }

    Optional<Link> take() {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(LINK) instanceof Link link)) {
            return Optional.empty();
        }
        session.removeAttribute(LINK);
        return Optional.of(link);
    }

    /** @param name whose; may be empty */
    public record Link(String kind, String name, String url) implements Serializable {
        @Override
        public String toString() {
            return "Link[…]";
        }
    }
}
