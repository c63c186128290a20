package app.tutti.party.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What proves that somebody may: 192 random bits for a host, or a party's password. Never written to a log. */
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Takes equally long for every wrong value. */
    public boolean matches(String claimed) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
