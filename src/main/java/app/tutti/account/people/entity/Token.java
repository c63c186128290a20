package app.tutti.account.people.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** A random value that proves something to whoever shows it. Only its hash is kept; the value is told once. */
public record Token(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** Without I, L, O and U, as Crockford has it: it is read from a log and typed. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int TYPED_LENGTH = 26;
    private static final int TYPED_GROUP = 5;

    /** 256 bits, for programs to keep. */
    public static Token next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(TEXT.encodeToString(bytes));
    }

    /** 130 bits in 26 letters and figures, for a person to type. */
    public static Token nextToType() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < TYPED_LENGTH; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Token(letters.toString());
    }

    /** However it was typed: groups, case, and the letters that are easily taken for figures. */
    public static Token typed(String text) {
        String plain = (text == null ? "" : text).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return new Token(plain.replace('O', '0').replace('I', '1').replace('L', '1'));
    }

    /** In groups, for a log. */
    public String grouped() {
        return value.replaceAll("(.{" + TYPED_GROUP + "})(?=.)", "$1-");
    }

    /** SHA-256 in hexadecimal. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    public boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
