package app.tutti.account.membership.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class OneTimeLinkTest {
    private final OffsetDateTime now = OffsetDateTime.parse("2026-03-01T20:00:00Z");
    private final PersonInvite link = new PersonInvite(Token.next(), Role.MEMBER, "Bia", PersonId.next(), now);

    @Test
    void itIsOpenForSevenDays() {
        assertEquals(LinkState.OPEN, link.state(now.plusDays(7).minusNanos(1)));
        assertEquals(LinkState.EXPIRED, link.state(now.plusDays(7)));
    }

    @Test
    void itIsUsedOnce() {
        link.use(now);
        assertEquals(LinkState.USED, link.state(now));
        assertThrows(IllegalStateException.class, () -> link.use(now));
    }

    @Test
    void whatWasUsedCannotBeWithdrawn() {
        link.use(now);
        link.revoke(now);
        assertEquals(LinkState.USED, link.state(now.plusDays(9)));
    }

    @Test
    void whatWasWithdrawnCannotBeUsed() {
        link.revoke(now);
        assertEquals(LinkState.REVOKED, link.state(now.plusDays(9)));
        assertThrows(IllegalStateException.class, () -> link.use(now));
    }
}
