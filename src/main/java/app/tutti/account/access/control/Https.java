package app.tutti.account.access.control;

import app.tutti.account.access.entity.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Whether a browser came by https, as far as a request can tell, so that its cookies are never sent in the clear. Everybody
 * is believed: whoever says so wrongly spoils cookies of their own.
 */
public final class Https {
    /** RFC 7239 §5.4, and what proxies, balancers and content networks have in its place. */
    private static final Pattern SAID = Pattern.compile("(forwarded: (.*[;,\\s])?proto=\"?https\\b.*"
            + "|(x-forwarded-(proto|protocol|scheme)|x-url-scheme|x-scheme|cloudfront-forwarded-proto): https\\b.*"
            + "|(x-forwarded-ssl|front-end-https): on"
            + "|x-forwarded-port: 443"
            + "|cf-visitor: .*\"scheme\":\\s*\"https\".*)");

    private static final List<String> SAID_BY = List.of(
            "forwarded",
            "x-forwarded-proto",
            "x-forwarded-protocol",
            "x-forwarded-scheme",
            "x-url-scheme",
            "x-scheme",
            "cloudfront-forwarded-proto",
            "x-forwarded-ssl",
            "front-end-https",
            "x-forwarded-port",
            "cf-visitor");

    private Https() {}

    public static boolean isUsedBy(HttpServletRequest request) {
        return request.isSecure() || isUsed(request::getHeader);
    }

    /** @param header gives the value of a field, or null */
    static boolean isUsed(UnaryOperator<String> header) {
        return isSaid(header) || isShown(header);
    }

    private static boolean isSaid(UnaryOperator<String> header) {
        return SAID_BY.stream()
                .anyMatch(name -> Optional.ofNullable(header.apply(name))
                        .map(value -> name + ": " + value.strip().toLowerCase(Locale.ROOT))
                        .filter(field -> SAID.matcher(field).matches())
                        .isPresent());
    }

    /** By what a browser sends itself, where a proxy says nothing. */
    private static boolean isShown(UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        boolean ours = site == null || site.equals("same-origin");
        return ours && (isHttps(header.apply("Origin")) || isHttps(header.apply("Referer")))
                // Fetch Metadata §2: only to what is potentially trustworthy, which by http is this machine alone.
                || site != null && !Source.isLoopbackName(Source.hostOf(header.apply("Host")));
    }

    private static boolean isHttps(String address) {
        return address != null && address.regionMatches(true, 0, "https:", 0, "https:".length());
    }
}
