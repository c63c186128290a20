package app.tutti.account.entity;

import java.util.UUID;

/** What a request must know about a person: who they are now, and which of their sessions still count. */
public record Standing(Identity.SignedIn identity, int generation) {
    public Ticket ticket(UUID session, String device) {
        return new Ticket(identity.id(), generation, session, device);
    }

    public boolean admits(Ticket ticket) {
        return ticket.generation() == generation;
    }
}
