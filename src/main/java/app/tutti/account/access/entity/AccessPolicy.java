package app.tutti.account.access.entity;

import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.Role;
import java.util.List;

/**
 * Who somebody is that has not signed in.
 *
 * @param open whether a household goes without accounts ({@code TUTTI_ACCESS=open})
 * @param relay whether this server only relays ({@code TUTTI_PARTY_ROLE=listener})
 */
public record AccessPolicy(boolean open, boolean relay) {
    private static final List<String> THEIR_OWN = List.of("/you", "/sign-out", "/api/people");
    private static final List<String> ADMINS = List.of("/people", "/library", "/relay-metrics", "/health", "/openapi");
    private static final Identity NOBODY = new Identity.Nobody();
    private static final Identity VISITOR = new Identity.Guest("");
    private static final Identity HOUSEHOLD = new Identity.Household();

    /** @param setUp whether there is an admin */
    public Identity unsigned(Source source, boolean setUp, Home home) {
        if (relay) {
            return setUp || source.isOwnMachine() ? VISITOR : NOBODY;
        }
        boolean member = open ? source.isAtHome(home) : !setUp && source.isOwnMachine();
        return member ? HOUSEHOLD : NOBODY;
    }

    /**
     * What who has signed in is at this address: on a relay nobody plays, so there they are who they are on the pages about
     * themselves, and admins on those by which they run it. Everywhere else they are guests with a name.
     */
    public Identity signed(Identity.SignedIn person, String path) {
        boolean themselves = isUnder(path, THEIR_OWN) || person.role() == Role.ADMIN && isUnder(path, ADMINS);
        return relay && !themselves ? new Identity.SignedIn(person.id(), person.name(), Role.GUEST) : person;
    }

    private static boolean isUnder(String path, List<String> pages) {
        return pages.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }
}
