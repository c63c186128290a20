package app.tutti.account.entity;

/**
 * Who somebody is that has not signed in.
 *
 * @param open whether a household goes without accounts ({@code TUTTI_ACCESS=open})
 * @param relay whether this server only relays ({@code TUTTI_PARTY_ROLE=listener})
 */
public record AccessPolicy(boolean open, boolean relay) {
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

    /** What who has signed in is at this address: on a relay an admin is one on the admin's pages only. */
    public Identity signed(Identity.SignedIn person, String path) {
        return relay && !(person.role() == Role.ADMIN && isAdmins(path)) ? VISITOR : person;
    }

    private static boolean isAdmins(String path) {
        return path.equals("/admin") || path.startsWith("/admin/");
    }
}
