package app.tutti.sfu.ice;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What ice4j wants of its surroundings. */
final class Ice4j {
    /** Kept, or the level would go with it. An agent tells a dozen lines of every peer. */
    private static final Logger LOGGER = Logger.getLogger("org.ice4j");

    static {
        LOGGER.setLevel(Level.WARNING);
    }

    private Ice4j() {}

    /**
     * A virtual thread that sees ice4j's {@code reference.conf} and our {@code application.conf}, as do the threads
     * that ice4j begins from it: it reads both through the context class loader, which in a WAR is not the one that
     * loaded us as a rule.
     */
    static Thread start(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(() -> {
            Thread.currentThread().setContextClassLoader(Ice4j.class.getClassLoader());
            work.run();
        });
    }

    /** The same for a short work on a caller's thread. */
    static void run(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Ice4j.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
