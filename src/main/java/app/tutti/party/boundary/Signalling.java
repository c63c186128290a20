package app.tutti.party.boundary;

import app.tutti.party.control.LiveParty;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import app.tutti.room.Refusal;
import app.tutti.sfu.sdp.SdpRefused;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What every resource of WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep-03) does. */
@CrossOrigin
public abstract class Signalling {
    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Context
    HttpHeaders headers;

    LiveParty party(String sessionId) {
        return uuid(sessionId)
                .filter(id -> settings.enabled())
                .flatMap(parties::find)
                .orElseThrow(() -> Problem.of(404, "There is no such party, or it is over."));
    }

    static Response answered(Supplier<ResponseBuilder> work) {
        try {
            return work.get().build();
        } catch (SdpRefused refused) {
            throw Problem.of(refused);
        } catch (Refusal refused) {
            throw Problem.of(refused);
        }
    }

    /** To a browser that asks beforehand, and to whoever wants to know. */
    static ResponseBuilder options(String methods) {
        return Response.ok().header(HttpHeaders.ALLOW, methods).header("Access-Control-Allow-Methods", methods);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
