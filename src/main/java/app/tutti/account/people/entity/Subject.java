package app.tutti.account.people.entity;

/** Who somebody is at an OpenID provider: the two claims that never change hands (OpenID Connect Core 1.0 §5.7). */
public record Subject(String issuer, String value) {
    public Subject {
        if (issuer.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("nobody's");
        }
    }
}
