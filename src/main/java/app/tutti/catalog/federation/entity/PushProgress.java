package app.tutti.catalog.federation.entity;

import java.time.OffsetDateTime;

/**
 * How far the public server has what this one has.
 *
 * @param server its address; empty where there is none
 * @param left tracks that it has yet to be told of
 * @param finished when it had everything last; null for never
 * @param problem the end of a key of the messages; empty when all is well
 */
public record PushProgress(String server, boolean running, long left, OffsetDateTime finished, String problem) {
    public static final PushProgress NONE = new PushProgress("", false, 0, null, "");

    public boolean isOn() {
        return !server.isEmpty();
    }

    public PushProgress running(long tracksLeft) {
        return new PushProgress(server, true, tracksLeft, finished, "");
    }

    public PushProgress finished(OffsetDateTime at) {
        return new PushProgress(server, false, 0, at, "");
    }

    public PushProgress failed(String why) {
        return new PushProgress(server, false, left, finished, why);
    }
}
