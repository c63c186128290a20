package app.tutti.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]", "192.168.1.2", "tutti.local");
    private static final AccessPolicy MEMBERS = new AccessPolicy(false, false);
    private static final AccessPolicy OPEN = new AccessPolicy(true, false);
    private static final AccessPolicy RELAY = new AccessPolicy(false, true);
    private static final Identity.SignedIn ADMIN = new Identity.SignedIn(PersonId.next(), "Ana", Role.ADMIN);

    @Test
    void beforeSetUpTheServersOwnMachineIsTheHousehold() {
        assertEquals(Role.MEMBER, role(MEMBERS, direct("127.0.0.1", "localhost"), false));
        assertEquals(Role.MEMBER, role(MEMBERS, direct("::1", "[::1]"), false));
        assertEquals(Role.ANONYMOUS, role(MEMBERS, direct("192.168.1.7", "192.168.1.2"), false));
    }

    @Test
    void anotherNameThatLeadsHereIsNotTheOwnMachine() {
        assertEquals(Role.ANONYMOUS, role(MEMBERS, direct("127.0.0.1", "evil.example"), false));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.168.1.7", "evil.example"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("127.0.0.1", "evil.example"), true));
    }

    @Test
    void whoComesByAProxyIsNotAtTheOwnMachine() {
        assertEquals(Role.ANONYMOUS, role(MEMBERS, byStranger("127.0.0.1", "localhost"), false));
        Source proxyItself = new Source(address("127.0.0.1"), Optional.empty(), false, true, "localhost");
        assertEquals(Role.ANONYMOUS, role(MEMBERS, proxyItself, false), "it may have been told to say nothing");
    }

    @Test
    void afterSetUpMembersSignInEverywhere() {
        assertEquals(Role.ANONYMOUS, role(MEMBERS, direct("127.0.0.1", "localhost"), true));
    }

    @Test
    void anOpenHouseholdIsAtHomeAndNowhereElse() {
        assertEquals(Role.MEMBER, role(OPEN, direct("192.168.1.7", "tutti.local"), true));
        assertEquals(Role.MEMBER, role(OPEN, direct("192.168.1.7", "192.168.1.2"), false));
        assertEquals(Role.ANONYMOUS, role(OPEN, direct("192.0.2.7", "192.168.1.2"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, byStranger("192.168.1.9", "tutti.local"), true));
    }

    @Test
    void aProxyOfOursTellsWhoIsAtHome() {
        assertEquals(Role.MEMBER, role(OPEN, byOurs("10.0.0.1", "192.168.1.7", "tutti.local"), true));
        assertEquals(Role.ANONYMOUS, role(OPEN, byOurs("10.0.0.1", "192.0.2.7", "tutti.local"), true));
    }

    @Test
    void aRelayShowsEverybodyTheSameButAnAdminOnTheAdminsPages() {
        assertEquals(Role.GUEST, role(RELAY, direct("192.0.2.7", "party.example"), true));
        assertEquals(Role.GUEST, RELAY.signed(ADMIN, "/releases").role());
        assertEquals(Role.GUEST, RELAY.signed(ADMIN, "/administration").role());
        assertEquals(ADMIN, RELAY.signed(ADMIN, "/admin"));
        assertEquals(ADMIN, RELAY.signed(ADMIN, "/admin/people"));
        assertEquals(ADMIN, MEMBERS.signed(ADMIN, "/releases"));
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
        return policy.unsigned(source, setUp, OURS).role();
    }

    private static Source direct(String peer, String host) {
        return new Source(address(peer), Optional.of(address(peer)), false, false, host);
    }

    private static Source byStranger(String peer, String host) {
        return new Source(address(peer), Optional.empty(), true, false, host);
    }

    private static Source byOurs(String peer, String client, String host) {
        return new Source(address(peer), Optional.of(address(client)), true, true, host);
    }

    private static IpAddress address(String text) {
        return IpAddress.of(text).orElseThrow();
    }
}
