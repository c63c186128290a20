package app.tutti.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A page on its way to a browser that asks for it of its own accord. What another site makes a browser ask for is never
 * compressed, or that site could learn by its length what is in it (docs/decisions/041).
 */
final class CompressedPage {
    /** RFC 9110 §12.5.5 */
    static final String DEPENDS_ON = "Accept-Encoding, Sec-Fetch-Site";

    /** Fetch Metadata: by a page of ours, or by the person. */
    private static final Set<String> OF_ITS_OWN_ACCORD = Set.of("same-origin", "none");

    private CompressedPage() {}

    static boolean isFor(HttpServletRequest request) {
        return isFor(
                request.getHeader("Accept-Encoding"),
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                request.isSecure());
    }

    /** Browsers say by whom a page is asked for wherever it is encrypted, and beyond that there is nothing to hide. */
    static boolean isFor(String acceptEncoding, Optional<String> site, boolean isEncrypted) {
        return takesGzip(acceptEncoding)
                && site.map(OF_ITS_OWN_ACCORD::contains).orElse(!isEncrypted);
    }

    private static boolean takesGzip(String acceptEncoding) {
        return acceptEncoding != null
                && Stream.of(acceptEncoding.split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(;q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?"));
    }

    static byte[] of(byte[] page) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(page.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
