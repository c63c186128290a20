package app.tutti.bench;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party on the server, begun as a host's page does; joined by WHIP and WHEP. Ends with its socket. */
final class Session implements AutoCloseable {
    /** What an offer brought. */
    record Answer(String sdp, URI resource) {}

    private static final Pattern COUNT = Pattern.compile("\"listenerCount\",\"count\":(\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<String> created = new CompletableFuture<>();
    private final WebSocket socket;
    private final URI whip;
    private final URI whep;
    private final String secret;
    private volatile int listeners;

    Session(Server server) throws Exception {
        URI base = server.uri("http");
        socket = http.newWebSocketBuilder()
                .header("Origin", base.toString().replaceAll("/$", ""))
                .header("Cookie", MachineKey.of(base).orElseThrow().cookie())
                .buildAsync(server.uri("ws").resolve("ws/party"), new Host())
                .get(10, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"createSession\"}", true);
        String answer = created.get(10, TimeUnit.SECONDS);
        String id = field(answer, "sessionId");
        secret = field(answer, "secret");
        whip = base.resolve("/api/party/" + id + "/whip");
        whep = base.resolve("/api/party/" + id + "/whep");
    }

    Answer publish(String offer) throws IOException {
        return answer(post(whip, offer).header("Authorization", "Bearer " + secret));
    }

    Answer listen(String offer) throws IOException {
        return answer(post(whep, offer));
    }

    int listeners() {
        return listeners;
    }

    void delete(URI resource) throws IOException {
        send(HttpRequest.newBuilder(resource).DELETE());
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private static HttpRequest.Builder post(URI uri, String offer) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(offer));
    }

    private Answer answer(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = send(request);
        String location = response.headers().firstValue("Location").orElseThrow();
        return new Answer(response.body(), response.uri().resolve(location));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("HTTP " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String field(String json, String name) {
        var value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return value.group(1);
    }

    private final class Host implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                if (text.indexOf("\"sessionCreated\"") >= 0) {
                    created.complete(text.toString());
                }
                Matcher count = COUNT.matcher(text);
                if (count.find()) {
                    listeners = Integer.parseInt(count.group(1));
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            created.completeExceptionally(error);
        }
    }
}
