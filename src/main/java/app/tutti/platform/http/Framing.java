package app.tutti.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether everybody on the way reads the same request: where it ends (RFC 9112 §6.3) and for whom it is (RFC 9112 §3.2).
 * A proxy and a server that disagree let one client's request be taken for another's.
 */
final class Framing {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._~%!$&'()*+;=-]+(:\\d*)?|\\[[0-9A-Fa-f:.]+](:\\d*)?");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Framing() {}

    static boolean isClear(HttpServletRequest request) {
        return namesAreNames(request) && endIsClear(request) && hostIsClear(request);
    }

    /** RFC 9112 §5.1: a space before the colon makes another field of it for some. */
    private static boolean namesAreNames(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .allMatch(name -> NAME.matcher(name).matches());
    }

    /** RFC 9112 §6.1: we know chunks and nothing else, and never together with a length. */
    private static boolean endIsClear(HttpServletRequest request) {
        List<String> codings = values(request, "Transfer-Encoding");
        List<String> lengths = values(request, "Content-Length");
        if (codings.isEmpty()) {
            return lengths.isEmpty()
                    || lengths.size() == 1
                            && LENGTH.matcher(lengths.getFirst().strip()).matches();
        }
        // With an offer of another protocol the server takes the chunks' lengths for a part of the body.
        return lengths.isEmpty()
                && codings.size() == 1
                && request.getHeader("Upgrade") == null
                && codings.getFirst().strip().equalsIgnoreCase("chunked")
                && !request.getProtocol().equals("HTTP/1.0");
    }

    private static boolean hostIsClear(HttpServletRequest request) {
        List<String> hosts = values(request, "Host");
        boolean mayBeMissing = request.getProtocol().equals("HTTP/1.0");
        return hosts.isEmpty() && mayBeMissing
                || hosts.size() == 1 && HOST.matcher(hosts.getFirst().strip()).matches();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
