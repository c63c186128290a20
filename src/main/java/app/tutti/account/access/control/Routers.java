package app.tutti.account.access.control;

import app.tutti.web.entity.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The routers this machine sends by, as Linux lists them; nothing elsewhere. */
public final class Routers {
    private static final Path TABLE = Path.of("/proc/net/route");
    private static final int GATEWAY = 2;

    private Routers() {}

    static List<IpAddress> all() {
        try {
            return in(Files.readAllLines(TABLE));
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    static List<IpAddress> in(List<String> table) {
        return table.stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(columns -> columns.length > GATEWAY)
                .flatMap(columns -> address(columns[GATEWAY]).stream())
                .toList();
    }

    /** The kernel prints the four bytes as a number of this machine's order, the last one first on all that we run on. */
    private static Optional<IpAddress> address(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{8}") || hex.equals("00000000")) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] turned = {bytes[3], bytes[2], bytes[1], bytes[0]};
        try {
            return Optional.of(new IpAddress(InetAddress.getByAddress(turned)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
