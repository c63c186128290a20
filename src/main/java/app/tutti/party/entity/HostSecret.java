package app.tutti.party.entity;

import app.tutti.account.people.entity.Token;

/** What proves that a party is one's own. After a restart of the server only its hash is known, until the host shows it. */
public final class HostSecret {
    private final String hash;
    private volatile Secret value;

    private HostSecret(String hash, Secret value) {
        this.hash = hash;
        this.value = value;
    }

    public static HostSecret random() {
        Secret value = Secret.random();
        return new HostSecret(new Token(value.value()).hash(), value);
    }

    public static HostSecret written(String hash) {
        return new HostSecret(hash, null);
    }

    public String hash() {
        return hash;
    }

    public boolean matches(String claimed) {
        boolean matches = new Token(claimed).hasHash(hash);
        if (matches) {
            value = new Secret(claimed);
        }
        return matches;
    }

    /** For the host alone, who has shown it or begun the party. */
    public Secret value() {
        return value;
    }
}
