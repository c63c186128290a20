package app.tutti.account.membership.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.membership.control.Membership;
import app.tutti.account.membership.entity.LinkState;
import app.tutti.account.membership.entity.OneTimeLink;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.boundary.SignInController;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.web.boundary.SecretAddress;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/** What is alike about the pages behind one-time links: guessing is limited, and a link that is over says why. */
@RequestScoped
public class LinkPage {
    private static final int NOT_FOUND = 404;

    /** RFC 9110 §15.5.11. */
    private static final int GONE = 410;

    @Inject
    Membership membership;

    @Inject
    SignInLimits limits;

    @Inject
    Caller caller;

    @Inject
    Models models;

    /** The page for who has a good link, and a sentence for everybody else. */
    <L extends OneTimeLink> Response show(Class<L> kind, String text, Function<L, Response> page) {
        try {
            limits.tryLink(caller.source().subscriber());
        } catch (TooBusyException busy) {
            return SignInController.later(busy, closed(busy.status(), "BUSY"));
        }
        Optional<L> link = membership.find(kind, new Token(text));
        link.ifPresent(known -> limits.linkWasRight(caller.source().subscriber()));
        LinkState state = link.map(known -> known.state(OffsetDateTime.now())).orElse(LinkState.UNKNOWN);
        return state == LinkState.OPEN ? page.apply(link.orElseThrow()) : closed(state);
    }

    Response closed(LinkState state) {
        return closed(state == LinkState.UNKNOWN ? NOT_FOUND : GONE, state.name());
    }

    private Response closed(int status, String state) {
        models.put("state", state);
        return SecretAddress.page(status, "account/link-closed.html");
    }
}
