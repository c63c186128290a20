package app.tutti.party.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a TURN server shares with us, so that we can let people in there for a while
 * (draft-uberti-behave-turn-rest-00 §2.2, coturn's {@code use-auth-secret}).
 */
public record TurnSecret(String value) {
    /** Longer than a party: an allocation that stands is refreshed with the same name. */
    private static final long SECONDS = 86_400;

    /** @param password what RTCPeerConnection calls credential */
    public record Pass(String username, String password) {}

    /** The name says until when, in seconds of the epoch; the password proves that it is from us. */
    public Pass pass(long nowSeconds) {
        String username = nowSeconds + SECONDS + ":tutti";
        return new Pass(username, Base64.getEncoder().encodeToString(hmac(username)));
    }

    @Override
    public String toString() {
        return "TurnSecret[…]";
    }

    private byte[] hmac(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA1", e);
        }
    }
}
