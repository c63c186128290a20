package app.tutti.web.entity;

import java.util.List;
import java.util.stream.Stream;

/** Addresses and networks such as 10.0.0.0/8. */
public record Networks(List<Network> all) {

    /** @param text with commas between them; one that is neither is refused */
    public static Networks of(String text) {
        return new Networks(Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Network::of)
                .toList());
    }

    public boolean contain(IpAddress address) {
        return all.stream().anyMatch(network -> network.contains(address));
    }

    record Network(IpAddress first, int bits) {

        static Network of(String text) {
            String[] parts = text.split("/", 2);
            IpAddress first = IpAddress.of(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
            int most = first.value().getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException(text);
            }
            return new Network(first, bits);
        }

        boolean contains(IpAddress address) {
            byte[] ours = first.value().getAddress();
            byte[] theirs = address.value().getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
