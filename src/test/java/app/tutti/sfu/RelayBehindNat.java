package app.tutti.sfu;

import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.ice.IceServer;
import app.tutti.sfu.ice.TurnPass;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A relay in a process of its own, so that it can live in another network. Reads commands, a line each, and answers
 * each with a line: {@code produce} and {@code consume} with an offer in Base64; {@code sockets}, how many there are in
 * its network; {@code closeAll}. The arguments are a name and a password, and the servers to ask; without any it is
 * lite.
 */
final class RelayBehindNat {
    private final Sfu sfu;
    private final Router router;

    private RelayBehindNat(Optional<FullIce> fullIce) {
        sfu = Sfu.start(new SfuSettings(0, List.of(), 1, fullIce));
        router = sfu.createRouter();
    }

    public static void main(String[] arguments) throws IOException {
        RelayBehindNat relay = new RelayBehindNat(fullIce(arguments));
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
                var answers = new PrintWriter(new FileOutputStream(FileDescriptor.out), true)) {
            String line;
            while ((line = commands.readLine()) != null) {
                answers.println(relay.answer(line.split(" ")));
            }
        }
        relay.sfu.close();
        // ice4j keeps idle threads for a minute.
        System.exit(0);
    }

    private static Optional<FullIce> fullIce(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        TurnPass pass = new TurnPass(arguments[0], arguments[1]);
        List<IceServer> servers = Arrays.stream(arguments)
                .skip(2)
                .flatMap(uri -> IceServer.parse(uri).stream())
                .toList();
        return Optional.of(new FullIce(servers, () -> pass));
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "produce" -> encode(transport().produce(decode(words[1])).answer());
            case "consume" -> {
                Consumer consumer = transport().consume(decode(words[1]));
                consumer.resume();
                yield encode(consumer.answer());
            }
            case "closeAll" -> {
                router.close();
                yield "closed";
            }
            case "sockets" -> String.valueOf(sockets());
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Transport transport() {
        return router.createTransport(new TransportListener() {});
    }

    /** The kernel lists those of the network, where nobody else is. Each list has a headline. */
    private static long sockets() throws IOException {
        long count = 0;
        for (String list : List.of("udp", "udp6")) {
            try (var lines = Files.lines(Path.of("/proc/self/net", list))) {
                count += lines.count() - 1;
            }
        }
        return count;
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
