package app.tutti.account.entity;

/** What a request must know about a person: who they are now, and which of their sessions still count. */
public record Standing(Identity.SignedIn identity, int generation) {
    public Ticket ticket() {
        return new Ticket(identity.id(), generation);
    }

    public boolean admits(Ticket ticket) {
        return ticket.generation() == generation;
    }
}
