package app.tutti.sfu.net;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.concurrent.TimeUnit;

/**
 * What the TCP port grants to whoever connects.
 *
 * @param connections in all
 * @param network connections of one address, or of one /64 by version 6
 * @param strangers connections that no authentic check has come by yet; one more ends the oldest
 * @param strangerNanos how long one may remain so
 */
record TcpLimits(int connections, int network, int strangers, long strangerNanos) {
    /** A check has about 100 bytes; whoever sends this much without a right one has none. */
    static final int STRANGERS_BYTES = 16_384;

    private static final int MOST_CONNECTIONS = 16_384;

    /** Of the descriptors a process may have, the rest is for pages, files and the database. */
    private static final int SHARE = 4;

    static TcpLimits usual() {
        return new TcpLimits(mostConnections(), 256, 1024, TimeUnit.SECONDS.toNanos(10));
    }

    private static int mostConnections() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? (int) Math.clamp(unix.getMaxFileDescriptorCount() / SHARE, 16, MOST_CONNECTIONS)
                : MOST_CONNECTIONS;
    }
}
