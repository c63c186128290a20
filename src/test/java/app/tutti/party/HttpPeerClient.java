package app.tutti.party;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that knows HTTP, and a host's page by its socket. */
final class HttpPeerClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    HttpPeerClient(URI base) {
        this.base = base;
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Page page() throws Exception {
        Page page = new Page();
        URI socket = URI.create("ws://" + base.getAuthority() + "/ws/party");
        page.socket = HTTP.newWebSocketBuilder()
                .header("Origin", "http://" + base.getAuthority())
                .buildAsync(socket, page)
                .get(30, TimeUnit.SECONDS);
        return page;
    }

    /** A socket to {@code /ws/party}. */
    static final class Page implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        void say(JsonObject message) {
            socket.sendText(message.toString(), true).join();
        }

        /** Awaits a message of this type, skipping others. */
        JsonObject hears(String type) throws InterruptedException {
            JsonObject next;
            do {
                next = told.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("never heard " + type);
                }
            } while (!next.getString("type").equals(type));
            return next;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try (var reader = Json.createReader(new StringReader(text.toString()))) {
                    told.add(reader.readObject());
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }
}
