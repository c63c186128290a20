package app.tutti.platform.http;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bodies and downloads are on their way: each may keep one of the server's two hundred threads waiting for its
 * client. Half of the threads are always there for pages.
 */
final class Places {
    static final int FOR_ONE = 8;
    static final int IN_ALL = 100;

    enum Taken {
        YES,
        /** This subscriber has as many as anybody may have. */
        TOO_MANY,
        /** All together have. */
        FULL
    }

    private final Map<String, Integer> bySubscriber = new HashMap<>();
    private int all;

    /** @param subscriber who asks; to be given back by {@link #leave} when it was granted */
    synchronized Taken take(String subscriber) {
        int theirs = bySubscriber.getOrDefault(subscriber, 0);
        if (theirs >= FOR_ONE) {
            return Taken.TOO_MANY;
        }
        if (all >= IN_ALL) {
            return Taken.FULL;
        }
        bySubscriber.put(subscriber, theirs + 1);
        all++;
        return Taken.YES;
    }

    synchronized void leave(String subscriber) {
        bySubscriber.computeIfPresent(subscriber, (who, theirs) -> theirs == 1 ? null : theirs - 1);
        all--;
    }

    synchronized int subscribers() {
        return bySubscriber.size();
    }
}
