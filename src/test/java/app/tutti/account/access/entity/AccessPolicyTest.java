package app.tutti.account.access.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Role;
import app.tutti.web.entity.IpAddress;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final Home HOME = new Home(
            Set.of("192.168.1.2", "tutti.local"),
            Set.of(address("127.0.0.1"), address("192.168.1.2"), address("192.168.1.1")));
    private static final AccessPolicy MEMBERS = new AccessPolicy(false, false);
    private static final AccessPolicy OPEN = new AccessPolicy(true, false);
    private static final AccessPolicy RELAY = new AccessPolicy(false, true);
    private static final Identity.SignedIn ADMIN = new Identity.SignedIn(PersonId.next(), "Ana", Role.ADMIN);

    @Test
    void beforeSetUpWhoeverShowsTheMachinesKeyOnItIsTheHousehold() {
        assertEquals(Role.MEMBER, role(MEMBERS, owner("127.0.0.1", "localhost"), false));
        assertEquals(Role.MEMBER, role(MEMBERS, owner("::1", "[::1]"), false));
        assertEquals(Role.ANONYMOUS, role(MEMBERS, owner("192.168.1.7", "192.168.1.2"), false), "a stolen key");
        assertEquals(Role.ANONYMOUS, role(MEMBERS, direct("192.168.1.7", "192.168.1.2"), false));
    }

    @Test
    void anAddressOfTheMachineItselfProvesNothing() {
        for (AccessPolicy policy : new AccessPolicy[] {MEMBERS, OPEN}) {
            for (boolean setUp : new boolean[] {false, true}) {
                assertEquals(Role.ANONYMOUS, role(policy, direct("127.0.0.1", "localhost"), setUp));
                assertEquals(Role.ANONYMOUS, role(policy, direct("127.0.0.1", "192.168.1.2"), setUp));
                assertEquals(Role.ANONYMOUS, role(policy, direct("::1", "[::1]"), setUp));
                assertEquals(Role.ANONYMOUS, role(policy, direct("192.168.1.2", "192.168.1.2"), setUp));
            }
        }
    }

    @Test
    void norDoesThatOfTheRouter() {
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.168.1.1", "tutti.local"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, byOurs("10.0.0.1", "192.168.1.1", "tutti.local"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, byOurs("127.0.0.1", "127.0.0.1", "tutti.local"), true));
    }

    @Test
    void anotherNameThatLeadsHereIsNotTheOwnMachine() {
        assertEquals(Role.ANONYMOUS, role(MEMBERS, owner("127.0.0.1", "evil.example"), false));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.168.1.7", "evil.example"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.168.1.7", "localhost"), true), "nobody calls it so there");
        assertEquals(Role.ANONYMOUS, role(OPEN, owner("127.0.0.1", "evil.example"), true));
    }

    @Test
    void whoComesByAProxyIsNotAtTheOwnMachine() {
        Source byStranger = new Source(address("127.0.0.1"), Optional.empty(), true, false, "localhost", true);
        assertEquals(Role.ANONYMOUS, role(MEMBERS, byStranger, false));
        Source proxyItself = new Source(address("127.0.0.1"), Optional.empty(), false, true, "localhost", true);
        assertEquals(Role.ANONYMOUS, role(MEMBERS, proxyItself, false), "it may have been told to say nothing");
    }

    @Test
    void afterSetUpMembersSignInEverywhere() {
        assertEquals(Role.ANONYMOUS, role(MEMBERS, owner("127.0.0.1", "localhost"), true));
    }

    @Test
    void anOpenHouseholdIsAtHomeAndNowhereElse() {
        assertEquals(Role.MEMBER, role(OPEN, owner("127.0.0.1", "localhost"), true));
        assertEquals(Role.MEMBER, role(OPEN, direct("192.168.1.7", "tutti.local"), true));
        assertEquals(Role.MEMBER, role(OPEN, direct("192.168.1.7", "192.168.1.2"), false));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.0.2.7", "192.168.1.2"), true));
        assertEquals(
                Role.ANONYMOUS,
                role(
                        OPEN,
                        new Source(address("192.168.1.9"), Optional.empty(), true, false, "tutti.local", false),
                        true));
    }

    @Test
    void aProxyOfOursTellsWhoIsAtHome() {
        assertEquals(Role.MEMBER, role(OPEN, byOurs("10.0.0.1", "192.168.1.7", "tutti.local"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, byOurs("10.0.0.1", "192.0.2.7", "tutti.local"), true));
    }

    @Test
    void onARelayNobodyPlaysAndAdminsRunIt() {
        assertEquals(Role.GUEST, role(RELAY, direct("192.0.2.7", "party.example"), true));
        assertEquals(Role.ANONYMOUS, role(RELAY, direct("127.0.0.1", "localhost"), false), "before set-up");
        Identity.SignedIn member = new Identity.SignedIn(PersonId.next(), "Bia", Role.MEMBER);
        for (String page : new String[] {"/", "/releases", "/peoples", "/party", "/playlists", "/api/tracks/1/audio"}) {
            assertEquals(Role.GUEST, RELAY.signed(ADMIN, page).role(), page);
            assertEquals(Role.GUEST, RELAY.signed(member, page).role(), page);
            assertEquals(ADMIN, MEMBERS.signed(ADMIN, page));
        }
        for (String page :
                new String[] {"/people", "/people/invites", "/library", "/library/scans", "/relay-metrics"}) {
            assertEquals(ADMIN, RELAY.signed(ADMIN, page), page);
            assertEquals(Role.GUEST, RELAY.signed(member, page).role(), page);
        }
        for (String page : new String[] {"/you", "/you/password", "/sign-out/everywhere"}) {
            assertEquals(ADMIN, RELAY.signed(ADMIN, page), page);
            assertEquals(member, RELAY.signed(member, page), page);
        }
    }

    @Test
    void privateAddressesAreThoseNobodyRoutes() {
        for (String home :
                new String[] {"10.1.2.3", "172.31.0.1", "192.168.0.1", "169.254.3.4", "fd00::1", "fe80::1"}) {
            assertTrue(address(home).isPrivate(), home);
        }
        for (String away :
                new String[] {"172.32.0.1", "192.0.2.1", "100.64.0.1", "2001:db8::1", "fec0::1", "0.0.0.0"}) {
            assertFalse(address(away).isPrivate(), away);
        }
    }

    private static Role role(AccessPolicy policy, Source source, boolean setUp) {
        return policy.unsigned(source, setUp, HOME).role();
    }

    private static Source direct(String peer, String host) {
        return new Source(address(peer), Optional.of(address(peer)), false, false, host, false);
    }

    /** Who shows the key of the server's own machine. */
    private static Source owner(String peer, String host) {
        return new Source(address(peer), Optional.of(address(peer)), false, false, host, true);
    }

    private static Source byOurs(String peer, String client, String host) {
        return new Source(address(peer), Optional.of(address(client)), true, true, host, false);
    }

    private static IpAddress address(String text) {
        return IpAddress.of(text).orElseThrow();
    }
}
