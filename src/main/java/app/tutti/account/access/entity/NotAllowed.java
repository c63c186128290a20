package app.tutti.account.access.entity;

/** What even an admin cannot do, such as to remove the last one; the message's key says why. */
public class NotAllowed extends RuntimeException {
    private final String problem;

    public NotAllowed(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }
}
