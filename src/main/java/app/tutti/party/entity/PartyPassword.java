package app.tutti.party.entity;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a party asks of its listeners beside the link. After a restart of the server there is only its hash, which is slow
 * to compare with, until the first has said it.
 */
public final class PartyPassword {
    private final Predicate<String> hasHash;
    private volatile Secret said;

    private PartyPassword(Predicate<String> hasHash, Secret said) {
        this.hasHash = hasHash;
        this.said = said;
    }

    static PartyPassword of(String said) {
        return new PartyPassword(given -> false, new Secret(said));
    }

    /** @param hasHash whether what is given has the hash that was written down */
    public static PartyPassword written(Predicate<String> hasHash) {
        return new PartyPassword(hasHash, null);
    }

    boolean matches(Optional<String> given) {
        Secret known = said;
        if (known != null) {
            return known.matches(given.orElse(""));
        }
        boolean matches = given.filter(hasHash).isPresent();
        if (matches) {
            said = new Secret(given.get());
        }
        return matches;
    }
}
