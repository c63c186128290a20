package app.tutti.party.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a request brings: of the right type and size, or refused. */
final class SdpBody {
    static final MediaType SDP = new MediaType("application", "sdp");
    static final MediaType FRAGMENT = new MediaType("application", "trickle-ice-sdpfrag");
    private static final int LONGEST = 64 * 1024;

    private SdpBody() {}

    static boolean is(MediaType wanted, HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        return type != null
                && type.getType().equalsIgnoreCase(wanted.getType())
                && type.getSubtype().equalsIgnoreCase(wanted.getSubtype());
    }

    /** RFC 9110 §12.5.1: without an Accept header everything is. */
    static boolean isAcceptable(MediaType offered, HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(accepted -> !isRefused(accepted))
                .anyMatch(accepted -> accepted.isCompatible(offered));
    }

    static String read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Problem.of(413, "The body is longer than 64 KiB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException brokenOff) {
            throw Problem.of(400, "The body could not be read.");
        }
    }

    private static boolean isRefused(MediaType accepted) {
        String quality = accepted.getParameters().getOrDefault("q", "1");
        return quality.matches("0(\\.0{0,3})?");
    }
}
