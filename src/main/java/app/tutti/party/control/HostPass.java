package app.tutti.party.control;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.TicketRefused;
import app.tutti.account.people.entity.Role;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.PartyOrigins;
import app.tutti.web.entity.Origin;
import java.time.Instant;

/** As what a socket asks: as whoever opened it or, from a ticket on, as a host that a home server has sent. */
public final class HostPass {
    private final HostTickets tickets;
    private final PartyOrigins homes;
    private final Role opener;
    private final String origin;
    private boolean shown;

    /**
     * @param opener what whoever opened it may here
     * @param origin of the page that opened it
     */
    public HostPass(HostTickets tickets, PartyOrigins homes, Role opener, String origin) {
        this.tickets = tickets;
        this.homes = homes;
        this.opener = opener;
        this.origin = origin;
    }

    /** @throws app.tutti.room.Refusal for a ticket that does not count */
    public Role role(PartyRequest request, Instant now) {
        if (opener.includes(Role.MEMBER)) {
            return opener;
        }
        if (request instanceof HostRequest.CreateSession asked) {
            // Each time anew: what was shown an hour ago says nothing of now.
            shown = false;
            show(asked, now);
        }
        return shown ? Role.MEMBER : opener;
    }

    private void show(HostRequest.CreateSession asked, Instant now) {
        if (asked.ticket().isPresent()) {
            redeem(asked.ticket().get(), now);
            shown = true;
        } else if (homes.include(origin)) {
            throw Refusals.ticketMissing();
        }
    }

    private void redeem(String ticket, Instant now) {
        // Before it is used up: who may not show it is not to spend it.
        if (tickets.areKnown() && !homes.include(origin)) {
            throw Refusals.ticketOrigin();
        }
        try {
            tickets.redeem(
                    ticket, Purpose.PARTY, Origin.of(origin).map(Origin::value).orElse(""), now);
        } catch (TicketRefused refused) {
            throw Refusals.ticket(refused);
        }
    }
}
