package app.tutti.account.signin.boundary;

import app.tutti.account.signin.entity.ProofKey;
import java.io.Serializable;

/** What is kept of a person on the way to the provider and back, in the session of that way. */
public record ProviderErrand(String to, boolean remember, String verifier) implements Serializable {
    ProofKey key() {
        return new ProofKey(verifier);
    }

    @Override
    public String toString() {
        return "ProviderErrand[" + to + "]";
    }
}
