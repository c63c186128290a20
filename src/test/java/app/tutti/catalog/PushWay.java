package app.tutti.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Between two servers: what goes by is noted, and may be kept from getting there, or its answer from coming back. */
final class PushWay implements AutoCloseable {
    /** What becomes of a piece. */
    enum Fate {
        PASSES,
        IS_LOST,
        LOSES_ITS_ANSWER
    }

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<Fate> fates = new LinkedBlockingQueue<>();
    private final List<JsonObject> pieces = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile URI to;

    PushWay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void leadsTo(String address) {
        to = URI.create(address);
    }

    /** The fates of the next pieces; all others pass. */
    void next(Fate... next) {
        fates.addAll(List.of(next));
    }

    /** How many tracks have set out. */
    long tracks() {
        return pieces.stream().mapToLong(piece -> array(piece, "tracks").size()).sum();
    }

    long gone() {
        return pieces.stream().mapToLong(piece -> array(piece, "gone").size()).sum();
    }

    long covers() {
        return paths.stream().filter(path -> path.contains("/covers/")).count();
    }

    int pieces() {
        return pieces.size();
    }

    void forget() {
        pieces.clear();
        paths.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Fate fate = Fate.PASSES;
            if (path.endsWith("/batches")) {
                pieces.add(Json.createReader(new ByteArrayInputStream(body)).readObject());
                fate = fates.isEmpty() ? Fate.PASSES : fates.remove();
            }
            paths.add(path);
            if (fate == Fate.IS_LOST) {
                return;
            }
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(to.resolve(path))
                            .header(
                                    "Authorization",
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (fate == Fate.PASSES) {
                boolean empty = answer.body().length == 0;
                exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonArray array(JsonObject piece, String name) {
        return piece.getJsonArray(name);
    }
}
