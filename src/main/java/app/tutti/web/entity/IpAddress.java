package app.tutti.web.entity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address; made of text without ever asking a name server. */
public record IpAddress(InetAddress value) {
    private static final Pattern VERSION_4 =
            Pattern.compile("(octet\\.){3}octet".replace("octet", "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]+)?");

    /** RFC 6177: what one subscriber has of version 6 is a /64 at least. */
    private static final int SUBSCRIBER_BYTES = 8;

    /** RFC 4193: fc00::/7. */
    private static final int UNIQUE_LOCAL = 0xfc;

    public static Optional<IpAddress> of(String text) {
        if (text == null
                || !VERSION_4.matcher(text).matches()
                        && !VERSION_6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(text.contains(":") ? "[" + text + "]" : text)));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    public boolean isLoopback() {
        return value.isLoopbackAddress();
    }

    /** Of a network that is not routed in the Internet: RFC 1918, 3927, 4193, 4291, and this machine. */
    public boolean isPrivate() {
        byte[] bytes = value.getAddress();
        return value.isSiteLocalAddress() && bytes.length == 4
                || value.isLinkLocalAddress()
                || value.isLoopbackAddress()
                || bytes.length == 16 && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
    }

    /** The same for all addresses one subscriber can have at will. */
    public String subscriber() {
        byte[] bytes = value.getAddress();
        return bytes.length == 4
                ? value.getHostAddress()
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, SUBSCRIBER_BYTES));
    }

    @Override
    public String toString() {
        return value.getHostAddress();
    }
}
