package app.tutti.account.access.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * What one server asks of the other that shares its key, once and soon.
 *
 * @param subject for what it is good: a page's origin, or the hash of a request
 * @param nonce like no other's
 */
public record HostTicket(Purpose purpose, String subject, Instant expires, String nonce) {
    /** The longest that any may last. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** What we give ours: half of it, so that clocks may differ by as much. */
    public static final Duration OURS = LONGEST.dividedBy(2);

    /** What it is for; no ticket of one kind is good for another. */
    public enum Purpose {
        PARTY,
        CATALOGUE
    }
}
