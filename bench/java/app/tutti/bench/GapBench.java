package app.tutti.bench;

import app.tutti.stories.Browser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** How long it is silent between two tracks: measured on the sound that the pages' player gives out in Chromium. */
final class GapBench {
    private static final Path SCRIPTS = Path.of("src/main/webapp");
    private static final Path MEASURE = Path.of("bench/gap");
    private static final String PAGE =
            "<!doctype html><button>Play</button><script type=module src=/measure.js></script>";
    private static final int RATE = 48_000;

    private GapBench() {}

    public static void main(String[] arguments) throws IOException {
        int tones = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", GapBench::answer);
        server.start();
        System.out.println("| sound through | changes | gaps, ms | overlaps, ms |");
        System.out.println("|---|---|---|---|");
        for (boolean connected : List.of(true, false)) {
            try (Browser browser = Browser.desktop()) {
                browser.open("http://127.0.0.1:" + server.getAddress().getPort() + "/");
                // The tap without which a browser plays nothing.
                browser.click("button");
                browser.patient(30 + 5 * tones);
                Map<?, ?> found = (Map<?, ?>) browser.script(
                        "const [tones, connected, done] = arguments; measure(tones, connected).then(done);",
                        tones,
                        connected);
                System.out.printf(
                        "| %s | %d | %s | %s |%n",
                        connected ? "Web Audio" : "the elements, by captureStream()",
                        tones - 1,
                        found.get("gaps"),
                        found.get("overlaps"));
            }
        }
        server.stop(0);
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/tones/")) {
                send(exchange, "audio/wav", tone(Integer.parseInt(path.replaceAll("\\D", ""))));
            } else {
                Path file = (path.startsWith("/js/") ? SCRIPTS : MEASURE).resolve(path.substring(1));
                if (Files.isRegularFile(file)) {
                    send(exchange, "text/javascript", Files.readAllBytes(file));
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        String range = exchange.getRequestHeaders().getFirst("Range");
        int first = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        if (range != null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(first, content.length - 1, content.length));
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - first);
        exchange.getResponseBody().write(Arrays.copyOfRange(content, first, content.length));
    }

    /** A WAV file of some four seconds, none as long as the one before. */
    private static byte[] tone(int number) {
        int pitch = number % 2 == 0 ? 500 : 1500;
        int samples = RATE * 4 + RATE / 10 * (number % 7);
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int sample = 0; sample < samples; sample++) {
            wav.putShort((short) (0.5 * Short.MAX_VALUE * Math.sin(2 * Math.PI * pitch * sample / RATE)));
        }
        return wav.array();
    }
}
