package app.tutti.party.entity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A party that is over, in a list.
 *
 * @param tracks how many were played
 */
public record PastParty(
        UUID id, String name, OffsetDateTime began, OffsetDateTime ended, int mostListeners, int tracks) {
    public PastParty {
        began = atHome(began);
        ended = atHome(ended);
    }

    public long minutes() {
        return Duration.between(began, ended).toMinutes();
    }

    /** By the server's own clock on the wall, whatever zone the database speaks in. */
    static OffsetDateTime atHome(OffsetDateTime at) {
        return at.atZoneSameInstant(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
