package app.tutti.account.access.entity;

/** A ticket that opens nothing. */
public class TicketRefused extends RuntimeException {
    /** Why not. */
    public enum Fault {
        /** This server has no key, so nobody has a ticket for it. */
        NO_KEY("This server takes no tickets."),
        FORGED("This is no ticket that was signed with this server's key."),
        EXPIRED("The ticket has expired, or lasts too long; clocks may differ by 30 seconds."),
        MISUSED("The ticket is for something else."),
        USED("The ticket was used before."),
        TOO_MANY("Too many tickets were used within a minute.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Fault fault;

    public TicketRefused(Fault fault) {
        super(fault.sentence, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
