package app.tutti.room;

import app.tutti.account.access.entity.Ending;
import java.util.function.Consumer;

/** Closes a member's connection when the person it was opened for is signed out. */
public record SignedOut(Member member) implements Consumer<Ending> {
    /** RFC 6455 §7.4.2: ours to define. The page says so, and does not try again by itself. */
    public static final int CODE = 4401;

    /** RFC 6455 §7.4.1 and the registry it refers to: the server begins anew, and so may the client. */
    private static final int AGAIN = 1012;

    @Override
    public void accept(Ending why) {
        if (why == Ending.SIGNED_OUT) {
            member.disconnect(CODE, "signed out");
        } else {
            member.disconnect(AGAIN, "another role");
        }
    }
}
