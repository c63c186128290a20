package app.tutti.sfu.ice;

import java.security.SecureRandom;

/** A username fragment and a password (RFC 8445 §5.3), made of letters and digits. */
public record IceCredentials(String ufrag, String password) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Fresh ones: 71 bits of fragment, so that transports never share one, and 142 of password. */
    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(letters(random, 12), letters(random, 24));
    }

    private static String letters(SecureRandom random, int count) {
        return random.ints(count, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}
