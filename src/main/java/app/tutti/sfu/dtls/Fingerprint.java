package app.tutti.sfu.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The hash of a certificate as a description tells it (RFC 8122 §5).
 *
 * @param algorithm {@code sha-256}, {@code sha-384} or {@code sha-512}
 * @param hex pairs of upper-case digits with colons between
 */
public record Fingerprint(String algorithm, String hex) {
    /** With the length of their hashes in bytes. */
    private static final Map<String, Integer> ALGORITHMS = Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

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
        return ALGORITHMS.containsKey(algorithm);
    }

    /** False when no certificate can have it. */
    public boolean complete() {
        return supported() && length() == ALGORITHMS.get(algorithm);
    }

    /** Of the hash, in bytes. */
    public int length() {
        return (hex.length() + 1) / 3;
    }

    public boolean matches(byte[] certificate) {
        return supported() && equals(of(algorithm, certificate));
    }
}
