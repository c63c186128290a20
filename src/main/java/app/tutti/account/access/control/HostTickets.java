package app.tutti.account.access.control;

import app.tutti.account.access.entity.HostTicket;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.TicketRefused;
import app.tutti.account.access.entity.TicketRefused.Fault;
import app.tutti.account.people.entity.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tickets for the other server, and its for us; each is good once. */
@ApplicationScoped
public class HostTickets {
    /** Only who has the key can fill it. */
    private static final int MOST_REMEMBERED = 20_000;

    private HostKey key;

    /** Nonces of tickets that would still be good, with their end. */
    private final Map<String, Instant> used = new HashMap<>();

    protected HostTickets() {}

    @Inject
    public HostTickets(@ConfigProperty(name = "TUTTI_HOST_KEY") Optional<String> key) {
        this.key = key.map(HostKey::new).orElse(null);
    }

    /** Whether this server shares a key with another. */
    public boolean areKnown() {
        return key != null;
    }

    /** @throws TicketRefused without a key */
    public String issue(Purpose purpose, String subject, Instant now) {
        return key().sign(new HostTicket(
                purpose, subject, now.plus(HostTicket.OURS), Token.next().value()));
    }

    /**
     * What {@link #redeem} says, without using it up: to know before more is read from whoever shows it.
     *
     * @throws TicketRefused for what is no ticket, or not for this any more
     */
    public HostTicket read(String text, Purpose purpose, Instant now) {
        HostTicket ticket = key().open(text);
        if (ticket.purpose() != purpose) {
            throw new TicketRefused(Fault.MISUSED);
        }
        if (!ticket.expires().isAfter(now) || ticket.expires().isAfter(now.plus(HostTicket.LONGEST))) {
            throw new TicketRefused(Fault.EXPIRED);
        }
        return ticket;
    }

    /** @throws TicketRefused for what is no ticket, not for this, or was used before */
    public void redeem(String text, Purpose purpose, String subject, Instant now) {
        HostTicket ticket = read(text, purpose, now);
        if (!ticket.subject().equals(subject)) {
            throw new TicketRefused(Fault.MISUSED);
        }
        use(ticket, now);
    }

    int remembered() {
        synchronized (used) {
            return used.size();
        }
    }

    private void use(HostTicket ticket, Instant now) {
        synchronized (used) {
            used.values().removeIf(end -> !end.isAfter(now));
            if (used.containsKey(ticket.nonce())) {
                throw new TicketRefused(Fault.USED);
            }
            if (used.size() >= MOST_REMEMBERED) {
                throw new TicketRefused(Fault.TOO_MANY);
            }
            used.put(ticket.nonce(), ticket.expires());
        }
    }

    private HostKey key() {
        if (key == null) {
            throw new TicketRefused(Fault.NO_KEY);
        }
        return key;
    }
}
