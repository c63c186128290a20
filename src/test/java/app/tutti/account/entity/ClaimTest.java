package app.tutti.account.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private final PersonId ana = PersonId.next();
    private final Standing admin = standing(Role.ADMIN, 3);
    private final Ticket ticket = admin.ticket(UUID.randomUUID(), "device");
    private final Claim claim = new Claim(admin.identity(), Optional.of(ticket));

    @Test
    void itIsGoodUntilThePersonSignsOutEverywhere() {
        assertTrue(claim.isGoodFor(admin));
        assertFalse(claim.isGoodFor(standing(Role.ADMIN, 4)));
    }

    @Test
    void itIsOneSessionsOnly() {
        assertTrue(claim.isOf(ticket));
        assertFalse(claim.isOf(admin.ticket(UUID.randomUUID(), "device")));
    }

    @Test
    void whoMayLessThanBeforeClaimsTooMuch() {
        assertFalse(claim.isMoreThan(admin));
        assertTrue(claim.isMoreThan(standing(Role.MEMBER, 3)));
    }

    private Standing standing(Role role, int generation) {
        return new Standing(new Identity.SignedIn(ana, "Ana", role), generation);
    }
}
