package app.tutti.account.access.control;

import app.tutti.account.access.entity.AccessPolicy;
import app.tutti.account.access.entity.Source;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.Role;
import app.tutti.web.entity.PublicAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The policy with what it needs to know of this server. */
@ApplicationScoped
public class Access {
    @Inject
    @ConfigProperty(name = "TUTTI_ACCESS")
    String access;

    @Inject
    @ConfigProperty(name = "TUTTI_PARTY_ROLE")
    String partyRole;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "TUTTI_BIND")
    Optional<String> bind;

    @Inject
    PersonCache standings;

    @Inject
    OurHome home;

    private AccessPolicy policy;

    @PostConstruct
    void read() {
        policy = new AccessPolicy(access.equals("open"), partyRole.equals("listener"));
    }

    public Identity unsigned(Source source) {
        return policy.unsigned(source, standings.isSetUp(), home.now());
    }

    public Identity signed(Identity.SignedIn person, String path) {
        return policy.signed(person, path);
    }

    /** Whether who has not signed in could do what needs this role after that, or after set-up. */
    public boolean isOpenedBySigningIn(Role needed) {
        return needed == Role.ADMIN || !policy.relay() || !isSetUp();
    }

    /** @param origin by which we were called */
    public PublicAddress publicAddress(String origin) {
        return PublicAddress.from(url, bind, origin);
    }

    public boolean isSetUp() {
        return standings.isSetUp();
    }

    /** Whether whoever runs this server gets in without an account. */
    public boolean isOpenToItsMachine() {
        return policy.open() || !standings.isSetUp();
    }

    /** Whether this server only relays. */
    public boolean isRelay() {
        return policy.relay();
    }

    /** Whether everybody needs an account. */
    public boolean isForMembers() {
        return !policy.open();
    }
}
