package app.tutti.party.control;

import app.tutti.party.entity.PartyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells everybody how the parties are. It looks once a second, however many ask: nobody can disturb a party by asking. */
@ApplicationScoped
public class StatusBoard {
    private static final long FRESH_NANOS = 1_000_000_000L;

    @Inject
    PartySettings settings;

    @Inject
    Parties parties;

    private volatile Look last;

    private record Look(PartyStatus status, long nanos) {}

    public PartyStatus status(long nowNanos) {
        Look look = last;
        if (look == null || nowNanos - look.nanos() > FRESH_NANOS) {
            look = new Look(look(), nowNanos);
            last = look;
        }
        return look.status();
    }

    private PartyStatus look() {
        String role = settings.isRelay() ? "listener" : "host";
        return settings.enabled()
                ? new PartyStatus(true, role, parties.live(), parties.listeners(), parties.listed())
                : new PartyStatus(false, role, 0, 0, List.of());
    }
}
