package app.tutti.platform.unavailable;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that cannot be had from every other failure. */
public final class DatabaseAway {
    /** SQLSTATE of PostgreSQL, appendix A: it shuts down, it has crashed, it is starting; its disk is full or broken. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53100", "58030");

    /** SQLSTATE class 08: the connection. */
    private static final String CONNECTION = "08";

    /** The server's pool says no more than this. */
    private static final String POOL = "Error in allocating a connection";

    private static final String ENLISTING = "Got exception during XAResource.start";

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether this failure comes of it, however many layers have wrapped it. */
    public static boolean isReasonOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isAway(sql) || isOfPool(cause.getMessage())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || STATES.contains(state));
    }

    private static boolean isOfPool(String message) {
        return message != null && (message.startsWith(POOL) || message.startsWith(ENLISTING));
    }
}
