package app.tutti.party.boundary;

import app.tutti.party.control.TooManyJoins;
import app.tutti.room.Refusal;
import app.tutti.sfu.sdp.SdpRefused;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why a program does not get what it asked for, as {@code application/problem+json} (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Seconds: a listener that has vanished without a word is known to be gone after thirty (RFC 7675). */
    private static final int PLACE_MAY_BE_FREE = 30;

    private static final int UNPROCESSABLE = 422;

    /** Json's own methods look for a provider in every jar each time. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final int status;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    Problem(int status, String sentence) {
        // It is an answer, not a fault: nobody looks at where it came from.
        super(sentence, null, false, false);
        this.status = status;
    }

    Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    String json() {
        return JSON.createObjectBuilder()
                .add("title", title())
                .add("status", status)
                .add("detail", getMessage())
                .build()
                .toString();
    }

    static Problem methodNotAllowed(String methods) {
        return new Problem(405, "This address takes " + methods + ".").with("Allow", methods);
    }

    static Problem of(SdpRefused refused) {
        return new Problem(
                switch (refused.kind()) {
                    case MALFORMED -> 400;
                    case UNSUPPORTED -> UNPROCESSABLE;
                },
                refused.getMessage());
    }

    static Problem of(Refusal refusal) {
        if (refusal instanceof TooManyJoins tooMany) {
            return new Problem(429, refusal.getMessage())
                    .with("Retry-After", String.valueOf(tooMany.retryAfterSeconds()));
        }
        return switch (refusal.code()) {
            case "unknown", "gone" -> new Problem(404, refusal.getMessage());
            case "over" -> new Problem(410, refusal.getMessage());
            case "full" ->
                new Problem(503, refusal.getMessage()).with("Retry-After", String.valueOf(PLACE_MAY_BE_FREE));
            default -> new Problem(409, refusal.getMessage());
        };
    }

    private String title() {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
