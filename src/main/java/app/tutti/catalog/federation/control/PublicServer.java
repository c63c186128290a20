package app.tutti.catalog.federation.control;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The public server, by HTTP; every request has a ticket of its own. */
public final class PublicServer implements AutoCloseable {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param body an empty object where it is no JSON */
    record Answer(int status, JsonObject body) {}

    private final URI address;
    private final HostTickets tickets;
    private final HttpClient http;

    PublicServer(URI address, HostTickets tickets) {
        this.address = address;
        this.tickets = tickets;
        // Nothing is followed elsewhere: what is sent is for this server.
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    Answer send(PushRequest request, String type) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(address.resolve(request.path()))
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .header(
                                "Authorization",
                                "Bearer " + tickets.issue(Purpose.CATALOGUE, request.hash(), Instant.now()))
                        .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), json(body.readNBytes(LARGEST_ANSWER)));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static JsonObject json(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (RuntimeException none) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
