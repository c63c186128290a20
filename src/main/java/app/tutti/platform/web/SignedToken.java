package app.tutti.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random values that who has the key, and nobody else, has signed: {@code nonce.HMAC-SHA256(key, nonce)}. */
class SignedToken {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SignedToken(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String next() {
        String nonce = TEXT.encodeToString(randomBytes(18));
        return nonce + "." + signature(nonce);
    }

    boolean isOurs(String token) {
        int dot = token.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        signature(token.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return TEXT.encodeToString(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
