package app.tutti.account.access.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.SessionToken;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticatedSessionTest {
    private final PersonId ana = PersonId.next();
    private final PersonState admin = standing(Role.ADMIN, 3);
    private final SessionToken ticket = admin.ticket(UUID.randomUUID(), "device");
    private final AuthenticatedSession claim = new AuthenticatedSession(admin.identity(), Optional.of(ticket));

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

    private PersonState standing(Role role, int generation) {
        return new PersonState(new Identity.SignedIn(ana, "Ana", role), generation);
    }
}
