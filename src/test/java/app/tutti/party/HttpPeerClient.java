package app.tutti.party;

import app.tutti.MachineKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that knows HTTP, and a host's page by its socket, each client from an address of its own. */
final class HttpPeerClient implements AutoCloseable {
    private static final AtomicInteger CLIENTS = new AtomicInteger(1);

    private final HttpClient http;
    private final URI base;

    HttpPeerClient(URI base) throws Exception {
        this.base = base;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(MachineKey.cookies(base))
                .localAddress(InetAddress.getByName("127.0.0." + CLIENTS.incrementAndGet()))
                .build();
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Page page() throws Exception {
        return page("http://" + base.getAuthority());
    }

    /** Of another server. */
    Page page(String origin) throws Exception {
        Page page = new Page();
        page.socket = http.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://" + base.getAuthority() + "/ws/party"), page)
                .get(30, TimeUnit.SECONDS);
        return page;
    }

    @Override
    public void close() {
        // Not close(), which waits for the sockets' long goodbyes.
        http.shutdownNow();
    }

    /** One may come again every two seconds, so that the next may still be let through: to a party that is not. */
    String toldBySocket() throws Exception {
        HttpPeerClient.Page listener = page();
        String told;
        int asked = 0;
        do {
            listener.say("join", "sessionId", UUID.randomUUID().toString());
            told = listener.hears("error").getString("code");
            asked++;
        } while (told.equals("unknown") && asked < 1000);
        return told;
    }

    static Map<String, String> with(Map<String, String> headers, String contentType) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", contentType);
        return all;
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("no " + name);
    }

    static String location(HttpResponse<String> created) {
        return created.uri().resolve(header(created, "Location")).getPath();
    }

    /** A socket to {@code /ws/party}. */
    static final class Page implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        void say(String type, String... fields) {
            var message = Json.createObjectBuilder().add("type", type);
            for (int i = 0; i < fields.length; i += 2) {
                message.add(fields[i], fields[i + 1]);
            }
            say(message.build());
        }

        void say(JsonObject message) {
            socket.sendText(message.toString(), true).join();
        }

        /** Awaits a message of this type, skipping others. */
        JsonObject hears(String type) throws InterruptedException {
            JsonObject next;
            do {
                next = told.poll(40, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("never heard " + type);
                }
            } while (!next.getString("type").equals(type));
            return next;
        }

        /** Awaits that so many listen. */
        void counts(int listeners) throws InterruptedException {
            int told;
            do {
                told = hears("listenerCount").getInt("count");
            } while (told != listeners);
        }

        void leave() {
            if (!socket.isOutputClosed()) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            }
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
    }
}
