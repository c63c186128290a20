package app.tutti.account.signin.control;

import app.tutti.account.people.entity.Token;
import app.tutti.web.control.TooBusyException;
import app.tutti.web.control.WorkLimiter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords are kept as PBKDF2 of HMAC-SHA-256 in 600,000 rounds, as OWASP asks; 210,000 of SHA-512 are held to be as
 * good and cost half as much again here. That is slow by intent (0.2 s), so one is looked at after the other ({@link WorkLimiter}).
 */
@ApplicationScoped
public class Passwords {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 256;
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private final WorkLimiter core = new WorkLimiter(8, 5000);

    @Inject
    Pbkdf2PasswordHash hash;

    /** Nobody's: of a password that was thrown away. */
    private String dummy;

    @PostConstruct
    void prepare() {
        hash.initialize(PARAMETERS);
        dummy = hash.generate(Token.next().value().toCharArray());
    }

    public static boolean isAcceptable(String password) {
        return password != null && password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** @throws TooBusyException when too many ask at once */
    public String hash(char[] password) {
        return core.run(() -> hash.generate(password));
    }

    /**
     * Takes its time also for nobody's password: an answer must not tell which names there are.
     *
     * @throws TooBusyException when too many ask at once
     */
    public boolean verify(char[] password, Optional<String> known) {
        boolean equal = core.run(() -> hash.verify(password, known.orElse(dummy)));
        return equal && known.isPresent();
    }
}
