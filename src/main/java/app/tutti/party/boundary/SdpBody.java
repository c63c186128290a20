package app.tutti.party.boundary;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a request brings: of the right type and size, or refused. */
final class SdpBody {
    static final String SDP = "application/sdp";
    static final String FRAGMENT = "application/trickle-ice-sdpfrag";
    private static final int LONGEST = 64 * 1024;

    private SdpBody() {}

    static boolean is(String wanted, Exchange exchange) {
        String type = exchange.header("Content-Type");
        return type != null && withoutParameters(type).equalsIgnoreCase(wanted);
    }

    /** RFC 9110 §12.5.1: without an Accept header everything is; some proxies leave it empty. */
    static boolean isAcceptable(String offered, Exchange exchange) {
        String accept = exchange.header("Accept");
        return accept == null
                || accept.isBlank()
                || Arrays.stream(accept.split(",")).map(String::strip).anyMatch(range -> accepts(range, offered));
    }

    static String read(Exchange exchange) {
        try {
            byte[] bytes = exchange.body().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Problem(413, "The body is longer than 64 KiB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException brokenOff) {
            throw new Problem(400, "The body could not be read.");
        }
    }

    private static boolean accepts(String range, String offered) {
        try {
            MediaType accepted = MediaType.valueOf(range);
            String quality = accepted.getParameters().getOrDefault("q", "1");
            return accepted.isCompatible(MediaType.valueOf(offered)) && !quality.matches("0(\\.0{0,3})?");
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static String withoutParameters(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }
}
