package app.tutti.sfu.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The hash of a certificate as a description tells it (RFC 8122 §5).
 *
 * @param algorithm {@code sha-256}, {@code sha-384} or {@code sha-512}
 * @param hex pairs of upper-case digits with colons between
 */
public record Fingerprint(String algorithm, String hex) {
    private static final List<String> ALGORITHMS = List.of("sha-256", "sha-384", "sha-512");

    public Fingerprint {
        algorithm = algorithm.toLowerCase(Locale.ROOT);
        hex = hex.toUpperCase(Locale.ROOT);
    }

    public static Fingerprint of(String algorithm, byte[] certificate) {
        try {
            // Java calls sha-256 by the same name, in capitals.
            MessageDigest digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT));
            String hex = HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest.digest(certificate));
            return new Fingerprint(algorithm, hex);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("No such hash: " + algorithm, e);
        }
    }

    /** False for hashes that are too weak, or that we do not know. */
    public boolean supported() {
        return ALGORITHMS.contains(algorithm);
    }

    public boolean matches(byte[] certificate) {
        return supported() && equals(of(algorithm, certificate));
    }
}
