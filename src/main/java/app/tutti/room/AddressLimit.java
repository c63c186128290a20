package app.tutti.room;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many a minute from one address: all at once, or spread out. Whoever is refused spends nothing by asking. Remembers
 * a bounded number of addresses, those that asked last.
 */
public final class AddressLimit {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST_ADDRESSES = 10_000;

    /** RFC 6177: what one subscriber has of IPv6 is a /64 at least. */
    private static final int SUBSCRIBER_BYTES = 8;

    /** For each address, when all that it has spent will have come back. */
    private final Map<String, Long> recovered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * Spends one, if there is one left.
     *
     * @param address an IP address as text
     * @return the nanoseconds after which to ask again, or 0 when it was granted
     */
    public synchronized long ask(String address, int perMinute, long nowNanos) {
        String subscriber = subscriber(address);
        long one = MINUTE_NANOS / perMinute;
        long spentUntil = recovered.getOrDefault(subscriber, nowNanos);
        long debt = Math.max(spentUntil - nowNanos, 0);
        if (debt + one > MINUTE_NANOS) {
            return debt + one - MINUTE_NANOS;
        }
        recovered.put(subscriber, nowNanos + debt + one);
        return 0;
    }

    synchronized int remembered() {
        return recovered.size();
    }

    private static String subscriber(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            // A mapped IPv4 address comes as four bytes.
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, SUBSCRIBER_BYTES));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
