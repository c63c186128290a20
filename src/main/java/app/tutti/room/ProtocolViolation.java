package app.tutti.room;

/** A message that our own client would never send; the socket is closed with 1008 and this reason. */
public class ProtocolViolation extends RuntimeException {
    public ProtocolViolation(String reason) {
        super(reason, null, false, false);
    }
}
