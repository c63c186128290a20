package app.tutti.web.entity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whose page it is, as a browser says it (RFC 6454 §6.1): scheme, host and a port that is not the scheme's own. */
public record Origin(String value) {

    /** Empty for what is none, such as {@code null}; a slash at the end, as people write it, is left out. */
    public static Optional<Origin> of(String text) {
        try {
            return text == null ? Optional.empty() : of(URI.create(text.strip()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Origin> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || uri.getHost() == null) {
            return Optional.empty();
        }
        boolean more = uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().matches("/?");
        if (more) {
            return Optional.empty();
        }
        String usualPort = scheme.equals("http") ? ":80" : ":443";
        String host = authority.endsWith(usualPort)
                ? authority.substring(0, authority.length() - usualPort.length())
                : authority;
        return Optional.of(new Origin(scheme + "://" + host.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return value;
    }
}
