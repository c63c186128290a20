package app.tutti.account.people.entity;

import java.util.UUID;

/** What a request must know about a person: who they are now, and which of their sessions still count. */
public record PersonState(Identity.SignedIn identity, int generation) {
    public SessionToken ticket(UUID session, String device) {
        return new SessionToken(identity.id(), generation, session, device);
    }

    public boolean admits(SessionToken ticket) {
        return ticket.generation() == generation;
    }
}
