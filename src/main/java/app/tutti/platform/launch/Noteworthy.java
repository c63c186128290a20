package app.tutti.platform.launch;

import app.tutti.platform.config.StartedDatabase;
import app.tutti.platform.unavailable.DatabaseAway;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What the console shows: the server when something is wrong, Tutti when something happens. A filter, because parts of
 * the server set their loggers' levels themselves.
 */
public final class Noteworthy implements Filter {
    /** What the server's pool adds for each that it cannot give. */
    private static final String POOL = "enterprise.resource.resourceadapter";

    @Override
    public boolean isLoggable(LogRecord event) {
        return isOurs(event) && !isSaidBefore(event);
    }

    /** Whoever needs a database that has gone fails by it; that it has gone, its watch says once. */
    private static boolean isSaidBefore(LogRecord event) {
        return StartedDatabase.isWatched()
                && (DatabaseAway.isReasonOf(event.getThrown())
                        || String.valueOf(event.getLoggerName()).contains(POOL));
    }

    private static boolean isOurs(LogRecord event) {
        String logger = event.getLoggerName();
        boolean ours = logger != null && (logger.startsWith("app.tutti") || logger.equals("sfu"));
        return ours || event.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
