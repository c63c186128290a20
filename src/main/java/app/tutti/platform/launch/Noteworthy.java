package app.tutti.platform.launch;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What the console shows: the server when something is wrong, Tutti when something happens. A filter, because parts of
 * the server set their loggers' levels themselves.
 */
public final class Noteworthy implements Filter {
    @Override
    public boolean isLoggable(LogRecord event) {
        String logger = event.getLoggerName();
        boolean ours = logger != null && (logger.startsWith("app.tutti") || logger.equals("sfu"));
        return ours || event.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
