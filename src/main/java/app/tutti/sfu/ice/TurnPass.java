package app.tutti.sfu.ice;

/** What lets us in at a TURN server (RFC 8489 §9.2). */
public record TurnPass(String username, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "TurnPass[" + username + "]";
    }
}
