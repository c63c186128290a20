package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.people.entity.Role;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.PartyOrigins;
import app.tutti.room.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sockets at a public server: of its own pages, of the home server's, and of somebody else's. */
class HostPassTest {
    private static final String HOME = "http://localhost:8080";
    private static final String OTHER_HOME = "http://192.168.1.20:8080";
    private static final String ELSEWHERE = "https://evil.example";
    private static final Optional<String> KEY = Optional.of("the key of both, which is long enough for it");
    private static final Instant NOW = Instant.parse("2026-06-01T20:00:00Z");

    private final HostTickets tickets = new HostTickets(KEY);
    private final PartyOrigins homes = new PartyOrigins(Optional.of(HOME + ", " + OTHER_HOME));

    @Test
    void aMemberNeedsNoTicket() {
        HostPass pass = new HostPass(tickets, homes, Role.MEMBER, "https://party.example.org");
        assertEquals(Role.MEMBER, pass.role(create(Optional.empty()), NOW));
    }

    @Test
    void aHomesPageHostsWithATicketAndSpeaksForItFromThen() {
        HostPass pass = new HostPass(tickets, homes, Role.ANONYMOUS, HOME);
        assertEquals(Role.ANONYMOUS, pass.role(new HostRequest.Pause(), NOW));
        assertEquals(Role.MEMBER, pass.role(create(ticket(HOME)), NOW));
        assertEquals(Role.MEMBER, pass.role(new HostRequest.Pause(), NOW.plusSeconds(3600)));
    }

    @Test
    void eachSessionNeedsATicketOfItsOwn() {
        HostPass pass = new HostPass(tickets, homes, Role.ANONYMOUS, HOME);
        Optional<String> ticket = ticket(HOME);
        assertEquals(Role.MEMBER, pass.role(create(ticket), NOW));
        assertEquals("ticketUsed", refusal(pass, ticket));
        assertEquals(Role.ANONYMOUS, pass.role(new HostRequest.Pause(), NOW), "nothing is left of the first");
        assertEquals("ticketMissing", refusal(pass, Optional.empty()));
        assertEquals(Role.MEMBER, pass.role(create(ticket(HOME)), NOW));
    }

    @Test
    void aTicketOfOneHomeIsNothingInTheHandsOfAnother() {
        HostPass others = new HostPass(tickets, homes, Role.ANONYMOUS, OTHER_HOME);
        Optional<String> ticket = ticket(HOME);
        assertEquals("ticketOrigin", refusal(others, ticket));
        HostPass own = new HostPass(tickets, homes, Role.ANONYMOUS, HOME);
        assertEquals(Role.MEMBER, own.role(create(ticket), NOW), "who may not show it has not spent it");
    }

    @Test
    void aPageThatMayNotHostHereHasNoUseForATicket() {
        HostPass pass = new HostPass(tickets, homes, Role.GUEST, ELSEWHERE);
        assertEquals("ticketOrigin", refusal(pass, ticket(ELSEWHERE)));
        assertEquals("ticketOrigin", refusal(pass, ticket(HOME)));
        assertEquals(Role.GUEST, pass.role(create(Optional.empty()), NOW));
    }

    @Test
    void wrongTicketsAreToldApart() {
        HostPass pass = new HostPass(tickets, homes, Role.ANONYMOUS, HOME);
        assertEquals("ticketForged", refusal(pass, Optional.of("a.b.c")));
        String old = tickets.issue(Purpose.PARTY, HOME, NOW.minusSeconds(60));
        assertEquals("ticketExpired", refusal(pass, Optional.of(old)));
        String other = tickets.issue(Purpose.CATALOGUE, HOME, NOW);
        assertEquals("ticketOrigin", refusal(pass, Optional.of(other)));
    }

    @Test
    void aServerWithoutAKeyTakesNobodysTicket() {
        HostPass pass = new HostPass(new HostTickets(Optional.empty()), homes, Role.GUEST, HOME);
        assertEquals("forbidden", refusal(pass, ticket(HOME)));
    }

    private Optional<String> ticket(String origin) {
        return Optional.of(new HostTickets(KEY).issue(Purpose.PARTY, origin, NOW));
    }

    private static String refusal(HostPass pass, Optional<String> ticket) {
        return assertThrows(Refusal.class, () -> pass.role(create(ticket), NOW)).code();
    }

    private static PartyRequest create(Optional<String> ticket) {
        return new HostRequest.CreateSession(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ticket);
    }
}
