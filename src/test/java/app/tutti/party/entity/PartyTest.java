package app.tutti.party.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartyTest {
    private static final long SECOND = 1_000_000_000L;

    private final Party party = new Party("Friday", false, Optional.empty());

    @BeforeEach
    void aTrackOfAMinutePlays() {
        party.nowPlaying(new PartyTrack("7", "Two Rooms", "Harbour", "Night", Optional.empty(), 60), 0);
        party.resume(0);
        assertTrue(party.playing());
    }

    @Test
    void thePositionRunsOnWhileMusicPlays() {
        party.position(10, 60, 5 * SECOND);
        assertEquals(12.5, party.positionSec(7 * SECOND + SECOND / 2), 1e-9);
    }

    @Test
    void thePositionStandsStillWhilePaused() {
        party.pause(4 * SECOND);
        assertEquals(4, party.positionSec(60 * SECOND), 1e-9);
        party.resume(60 * SECOND);
        assertEquals(5, party.positionSec(61 * SECOND), 1e-9);
    }

    @Test
    void thePositionNeverPassesTheEnd() {
        assertEquals(60, party.positionSec(600 * SECOND), 1e-9);
    }

    @Test
    void nothingRunsOnWhileTheHostIsAway() {
        party.hostLeft(10 * SECOND);
        assertEquals(10, party.positionSec(40 * SECOND), 1e-9);
        party.hostReturned();
        assertFalse(party.playing());
        assertEquals(10, party.positionSec(50 * SECOND), 1e-9);
    }

    @Test
    void aPartyIsAbandonedWhenTheHostStaysAwayLongerThanTheGrace() {
        Duration grace = Duration.ofSeconds(300);
        party.hostLeft(0);
        assertFalse(party.abandoned(300 * SECOND, grace));
        assertTrue(party.abandoned(301 * SECOND, grace));
        party.hostReturned();
        assertFalse(party.abandoned(10_000 * SECOND, grace));
    }

    @Test
    void aPartyWhosePageIsAwayButIsPublishedIsNotAbandoned() {
        Duration grace = Duration.ofSeconds(300);
        party.published(0);
        party.hostLeft(10 * SECOND);
        assertTrue(party.hostPresent());
        assertFalse(party.abandoned(10_000 * SECOND, grace));
        party.unpublished(10_000 * SECOND);
        assertFalse(party.hostPresent());
        assertFalse(party.abandoned(10_300 * SECOND, grace), "from here on it is waited for");
        assertTrue(party.abandoned(10_301 * SECOND, grace));
    }

    @Test
    void whatIsPublishedPlaysWhateverThePageDoes() {
        party.pause(0);
        party.published(0);
        assertTrue(party.playing());
        party.pause(0);
        party.hostReturned();
        assertTrue(party.playing());
        party.unpublished(0);
        assertFalse(party.playing());
    }

    @Test
    void onlyTheSecretItselfMatches() {
        String secret = party.secret().value().value();
        assertTrue(party.secret().matches(secret));
        assertFalse(party.secret().matches(""));
        assertFalse(party.secret().matches(party.secret().hash()));
        assertFalse(party.secret().value().toString().contains(secret));
    }

    @Test
    void afterARestartTheSecretIsKnownOnceItIsShown() {
        String secret = party.secret().value().value();
        HostSecret written = HostSecret.written(party.secret().hash());
        assertFalse(written.matches("another"));
        assertTrue(written.matches(secret));
        assertEquals(party.secret().value(), written.value());
    }
}
