package app.tutti.web.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who stands behind a trusted proxy. Each proxy adds at the end whom it heard (RFC 7239 §5.2), and what came before is
 * hearsay: the last address that is no proxy of ours is the client.
 */
public final class ForwardedFor {
    /** RFC 7239 §6: version 6 in brackets, a port after it; X-Forwarded-For has version 6 without brackets, too. */
    private static final Pattern NODE =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?|([0-9.]+)(?::\\d{1,5})?|([0-9A-Fa-f:.]+)");

    private static final Pattern FOR = Pattern.compile("(?:^|;)\\s*for=([^;]*)", Pattern.CASE_INSENSITIVE);

    private ForwardedFor() {}

    /**
     * Empty where nothing was said, where it cannot be read, and where two headers contradict each other: a proxy that
     * writes the one may pass on the other as the client wrote it.
     */
    public static Optional<IpAddress> client(List<String> forwarded, List<String> xForwardedFor, Networks proxies) {
        Optional<IpAddress> standard = last(nodes(forwarded), proxies);
        Optional<IpAddress> common = last(split(xForwardedFor), proxies);
        if (!forwarded.isEmpty() && !xForwardedFor.isEmpty()) {
            return standard.filter(address -> common.equals(Optional.of(address)));
        }
        return standard.or(() -> common);
    }

    private static Optional<IpAddress> last(List<String> nodes, Networks proxies) {
        Optional<IpAddress> client = Optional.empty();
        for (String node : nodes.reversed()) {
            client = address(node);
            if (client.isEmpty() || !proxies.contain(client.get())) {
                return client;
            }
        }
        return client;
    }

    private static Optional<IpAddress> address(String node) {
        Matcher parts = NODE.matcher(node.replaceAll("^\"|\"$", ""));
        return parts.matches()
                ? Stream.of(parts.group(1), parts.group(2), parts.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .flatMap(IpAddress::of)
                : Optional.empty();
    }

    private static List<String> nodes(List<String> forwarded) {
        List<String> nodes = new ArrayList<>();
        for (String element : split(forwarded)) {
            Matcher said = FOR.matcher(element);
            nodes.add(said.find() ? said.group(1).strip() : "unknown");
        }
        return nodes;
    }

    private static List<String> split(List<String> headers) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .map(String::strip)
                .toList();
    }
}
