package app.tutti.bench;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How pages fare while strangers hold on to the server, each from an address of its own: with open sockets, with bodies
 * that never end, and with downloads that are not read.
 */
final class SlowClients {
    private static final int PAGES = Integer.getInteger("bench.pages", 100);
    private static final int BROWSERS = 4;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int SOCKETS = 600;
    private static final int BODIES = 220;
    private static final int READERS = 300;
    private static final int RECEIVE_BUFFER = 2048;
    private static final Pattern TOKEN = Pattern.compile("(?i)Set-Cookie: (csrf=[^;]+)");

    private final Server server;
    private final URI address;
    private final List<Socket> held = new ArrayList<>();
    private int clients;

    private SlowClients(Server server) {
        this.server = server;
        address = server.uri("http");
    }

    public static void main(String[] arguments) throws Exception {
        // The demo's tracks are short enough for the network's own buffers: a longer one makes a reader matter.
        try (LongTrack music = LongTrack.make();
                Server server = Server.start(
                        SfuBench.serverOptions(),
                        Map.of(
                                "TUTTI_ACCESS",
                                "open",
                                "TUTTI_MUSIC_DIR",
                                music.folder().toString()))) {
            new SlowClients(server).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        try (WebReader reader = new WebReader(server)) {
            reader.awaitRelease();
            System.out.println("| beside | pages in a second | p50 / p99 ms | answers |");
            System.out.println("|---|---|---|---|");
            measure(reader, "nobody, not warm");
            measure(reader, "nobody");
            beside(reader, SOCKETS + " sockets", this::sockets);
            beside(reader, BODIES + " bodies that never end", this::bodies);
            beside(reader, READERS + " downloads that are not read", this::readers);
        }
    }

    private interface Begin {
        String begin() throws IOException;
    }

    private void beside(WebReader reader, String name, Begin more) throws Exception {
        String answers = more.begin();
        measure(reader, "and " + name, answers);
    }

    private void measure(WebReader reader, String name) throws Exception {
        measure(reader, name, "");
    }

    /** A hundred a second are asked for, by a few browsers; one that is late makes the next of its browser late. */
    private void measure(WebReader reader, String name, String answers) throws Exception {
        int pages = PAGES * SECONDS;
        long[] nanos = new long[pages];
        long begun = System.nanoTime();
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
            for (int page = 0; page < pages; page++) {
                int number = page;
                long due = begun + page * TimeUnit.SECONDS.toNanos(1) / PAGES;
                asked.add(browsers.submit(() -> {
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    reader.read("/releases");
                    nanos[number] = System.nanoTime() - due;
                    return null;
                }));
            }
        }
        for (Future<?> page : asked) {
            // A page that was refused would count as a quick one.
            page.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f / %.1f | %s |%n",
                name,
                pages / seconds,
                nanos[pages / 2] / 1e6,
                nanos[pages * 99 / 100] / 1e6,
                answers);
    }

    private String sockets() throws IOException {
        return answers(SOCKETS, """
                GET /ws/party HTTP/1.1
                Origin: http://%s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                """.formatted(address.getAuthority()), "");
    }

    private String bodies() throws IOException {
        Socket first = connect();
        send(first, "GET /sign-in HTTP/1.1\nConnection: close\n", "");
        Matcher token = TOKEN.matcher(new String(first.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        if (!token.find()) {
            throw new IOException("no form");
        }
        return answers(BODIES, """
                POST /sign-in HTTP/1.1
                Content-Type: application/x-www-form-urlencoded
                Content-Length: 1000
                Cookie: %s
                """.formatted(token.group(1)), "name=");
    }

    private String readers() throws IOException {
        return answers(
                READERS,
                """
                GET %s HTTP/1.1
                Cookie: %s
                """.formatted(track(), MachineKey.of(address).orElseThrow().cookie()),
                "");
    }

    private String track() {
        return "/api/tracks/1/audio";
    }

    /** How many are held, and how many were refused at once. */
    private String answers(int count, String head, String body) throws IOException {
        List<Socket> asked = new ArrayList<>();
        for (int client = 0; client < count; client++) {
            Socket socket = connect();
            send(socket, head, body);
            asked.add(socket);
        }
        pause();
        int refused = 0;
        for (Socket socket : asked) {
            if (socket.getInputStream().available() > 0) {
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                refused += status.endsWith(" 503") || status.endsWith(" 429") ? 1 : 0;
            }
        }
        return refused + " of " + count + " refused";
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        int number = clients++;
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.bind(new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, 1, (byte) (number / 250), (byte) (number % 250 + 1)}), 0));
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        held.add(socket);
        return socket;
    }

    private void send(Socket socket, String head, String body) throws IOException {
        String request =
                "%sHost: %s\n\n".formatted(head, address.getAuthority()).replace("\n", "\r\n") + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
}
