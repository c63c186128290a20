package app.tutti.account.signin.entity;

import app.tutti.account.people.entity.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What proves that who brings a code is who asked for it (RFC 7636). */
public record ProofKey(String verifier) {
    public static final String METHOD = "S256";

    /** 43 characters of 256 bits, as RFC 7636 §4.1 has it. */
    public static ProofKey next() {
        return new ProofKey(Token.next().value());
    }

    /** RFC 7636 §4.2. */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "ProofKey[…]";
    }
}
