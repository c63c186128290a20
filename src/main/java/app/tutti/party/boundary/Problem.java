package app.tutti.party.boundary;

import app.tutti.party.control.TooManyJoins;
import app.tutti.room.Refusal;
import app.tutti.sfu.sdp.SdpRefused;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Why a program does not get what it asked for, as {@code application/problem+json} (RFC 9457). */
final class Problem {
    /** Seconds: a listener that has vanished without a word is known to be gone after thirty (RFC 7675). */
    private static final int PLACE_MAY_BE_FREE = 30;

    private static final int UNPROCESSABLE = 422;

    private Problem() {}

    static WebApplicationException of(int status, String sentence) {
        return thrown(response(status, sentence));
    }

    static WebApplicationException thrown(ResponseBuilder response) {
        return new WebApplicationException(response.build());
    }

    static ResponseBuilder response(int status, String sentence) {
        String body = Json.createObjectBuilder()
                .add("title", title(status))
                .add("status", status)
                .add("detail", sentence)
                .build()
                .toString();
        return Response.status(status).type("application/problem+json").entity(body);
    }

    static WebApplicationException of(SdpRefused refused) {
        return of(
                switch (refused.kind()) {
                    case MALFORMED -> 400;
                    case UNSUPPORTED -> UNPROCESSABLE;
                },
                refused.getMessage());
    }

    static WebApplicationException of(Refusal refusal) {
        if (refusal instanceof TooManyJoins tooMany) {
            return thrown(
                    response(429, refusal.getMessage()).header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds()));
        }
        return switch (refusal.code()) {
            case "unknown", "gone" -> of(404, refusal.getMessage());
            case "over" -> of(410, refusal.getMessage());
            case "full" ->
                thrown(response(503, refusal.getMessage()).header(HttpHeaders.RETRY_AFTER, PLACE_MAY_BE_FREE));
            default -> of(409, refusal.getMessage());
        };
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
