package app.tutti.account.control;

import app.tutti.account.entity.Identity;
import app.tutti.account.entity.PersonId;
import app.tutti.account.entity.Role;
import app.tutti.account.entity.Source;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks, for every feature and in the pages. A socket has no request: it keeps the identity of its upgrade. */
@Named
@RequestScoped
public class Caller {
    /** Where the mechanism leaves who has signed in. */
    private static final String SIGNED_IN = Caller.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Access access;

    @Inject
    Sources sources;

    private Source source;
    private Identity identity;

    public static void mark(HttpServletRequest request, Identity.SignedIn person) {
        request.setAttribute(SIGNED_IN, person);
    }

    public Identity identity() {
        if (identity == null) {
            Identity.SignedIn person = (Identity.SignedIn) request.getAttribute(SIGNED_IN);
            identity = person == null ? access.unsigned(source()) : access.signed(person, request.getRequestURI());
        }
        return identity;
    }

    public Role role() {
        return identity().role();
    }

    public boolean may(Role needed) {
        return role().includes(needed);
    }

    /** Empty for all who have no account. */
    public Optional<PersonId> person() {
        return identity() instanceof Identity.SignedIn person ? Optional.of(person.id()) : Optional.empty();
    }

    public Source source() {
        if (source == null) {
            source = sources.of(request);
        }
        return source;
    }

    // What the templates ask.

    public boolean isMember() {
        return may(Role.MEMBER);
    }

    public boolean isGuest() {
        return may(Role.GUEST);
    }

    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    public boolean isSignedIn() {
        return person().isPresent();
    }

    public String getName() {
        return identity() instanceof Identity.SignedIn person ? person.name() : "";
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    /** Quietly: to whoever sits at a server that nobody has set up. */
    public boolean isOfferedSetUp() {
        return access.isForMembers() && source().isOwnMachine() && !access.isSetUp();
    }

    public boolean isOfferedSignIn() {
        return !isSignedIn() && access.isSetUp();
    }
}
