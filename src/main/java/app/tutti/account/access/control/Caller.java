package app.tutti.account.access.control;

import app.tutti.account.access.entity.AuthenticatedSession;
import app.tutti.account.access.entity.Source;
import app.tutti.account.people.control.Initials;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.SessionToken;
import app.tutti.web.entity.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;

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
    ClientAddressResolver sources;

    @Inject
    Guests guests;

    @Inject
    PersonCache standings;

    private Source source;
    private Identity identity;

    /** Where the session leaves its ticket. */
    private static final String TICKET = SessionToken.class.getName();

    public static void mark(HttpServletRequest request, Identity.SignedIn person) {
        request.setAttribute(SIGNED_IN, person);
    }

    public Identity identity() {
        if (identity == null) {
            Identity.SignedIn person = (Identity.SignedIn) request.getAttribute(SIGNED_IN);
            identity = person == null ? unsigned() : access.signed(person, request.getRequestURI());
        }
        return identity;
    }

    private Identity unsigned() {
        Identity unsigned = access.unsigned(source());
        return unsigned.role().includes(Role.GUEST)
                ? unsigned
                : guests.of(request).map(Identity.class::cast).orElse(unsigned);
    }

    /** To a room whose link they have opened: a guest from here on. */
    public void admit(UUID room, HttpServletResponse response) {
        guests.admit(room, request, response);
        identity = null;
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

    public static void mark(HttpServletRequest request, SessionToken ticket) {
        request.setAttribute(TICKET, ticket);
    }

    /** For what stays open after the request. Empty for all who have no account. */
    public Optional<AuthenticatedSession> claim() {
        // On a relay, a person is a visitor like everybody; signed out, they are to notice all the same.
        return Optional.ofNullable((Identity.SignedIn) request.getAttribute(SIGNED_IN))
                .map(person -> new AuthenticatedSession(
                        person, Optional.ofNullable((SessionToken) request.getAttribute(TICKET))));
    }

    /** The address of this server for others, as far as this request tells. */
    public PublicAddress publicAddress() {
        return access.publicAddress(request.getScheme() + "://" + request.getHeader("Host"));
    }

    // What the templates ask.

    /** Whether there is something of theirs to play and to keep; on a relay there is not. */
    public boolean isMember() {
        return may(Role.MEMBER) && !access.isRelay();
    }

    public boolean isGuest() {
        return may(Role.GUEST);
    }

    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    /** Whether it is an admin, or shows the key of the server's own machine: who may see how the server is. */
    public boolean runsThis() {
        return isAdmin() || source().isOwnMachine();
    }

    /** An admin also where they are a guest for the time being: on the other pages of a relay. */
    public boolean isAnAdminElsewhere() {
        return request.getAttribute(SIGNED_IN) instanceof Identity.SignedIn person && person.role() == Role.ADMIN;
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

    public String getPicture() {
        return person().map(standings::picture).orElse("");
    }

    /** Quietly: to whoever runs a server that nobody has set up. */
    public boolean isOfferedSetUp() {
        return access.isForMembers() && source().isOwnMachine() && !access.isSetUp();
    }

    public boolean isOfferedSignIn() {
        return !isSignedIn() && access.isSetUp();
    }
}
