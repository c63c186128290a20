package app.tutti.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.account.people.entity.Token;
import app.tutti.party.control.PartyHistory;
import app.tutti.party.control.PartyNews;
import app.tutti.party.control.PastParties;
import app.tutti.party.entity.ListenerSample;
import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyTrack;
import app.tutti.party.entity.PastParty;
import app.tutti.party.entity.PlayedTrack;
import app.tutti.party.entity.Secret;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of a party in the database. */
@ExtendWith(ArquillianExtension.class)
public class PartyHistoryIT {
    private static final Secret SECRET = Secret.random();

    @Inject
    Event<PartyNews> news;

    @Inject
    PartyHistory history;

    @Inject
    PastParties parties;

    @Resource(lookup = "java:app/jdbc/tutti")
    DataSource database;

    private final UUID party = UUID.randomUUID();
    private final OffsetDateTime now = OffsetDateTime.now();

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(PartyHistoryIT.class);
    }

    @Test
    public void aPartyLeavesItsBeginningItsListenersAndItsEnd() throws SQLException {
        news.fire(started(party, now, "Friday"));
        news.fire(new PartyNews.Counted(party, now.plusSeconds(1), 1));
        news.fire(new PartyNews.Counted(party, now.plusSeconds(2), 3));
        assertNull(one("select end_reason from party_session where id = ?"));

        news.fire(new PartyNews.Ended(party, now.plusSeconds(3), "ended"));
        assertEquals("Friday", one("select name from party_session where id = ?"));
        assertEquals("ended", one("select end_reason from party_session where id = ?"));
        assertEquals(
                "1,3",
                one("select string_agg(listeners::text, ',' order by at) from party_listeners where party_id = ?"));
    }

    @Test
    public void aPartyThatIsOverIsFoundWithWhatItPlayed() {
        List<UUID> before = new ArrayList<>();
        for (int count = 0; count < 31; count++) {
            UUID other = UUID.randomUUID();
            before.add(other);
            news.fire(started(other, now.minusDays(count + 1), "Before"));
            news.fire(new PartyNews.Ended(other, now.minusDays(count + 1).plusHours(1), "ended"));
        }
        news.fire(started(party, now, "Friday"));
        news.fire(new PartyNews.Counted(party, now.plusSeconds(1), 4));
        news.fire(new PartyNews.Counted(party, now.plusSeconds(2), 2));
        news.fire(new PartyNews.Played(party, now.plusSeconds(5), track("Night Ferry")));
        news.fire(new PartyNews.Played(party, now.plusSeconds(3), track("Two Rooms")));
        assertEquals(Optional.empty(), parties.one(party), "not while it is on");
        news.fire(new PartyNews.Ended(party, now.plusMinutes(90), "ended"));

        PastParty found = parties.page(1).items().getFirst();
        assertEquals(party, found.id());
        assertEquals(90, found.minutes());
        assertEquals(4, found.mostListeners());
        assertEquals(2, found.tracks());
        assertEquals(Optional.of(found), parties.one(party));
        assertEquals(30, parties.page(1).items().size());
        assertEquals(before, everyPage().filter(before::contains).toList(), "the latest first, each of them once");
        assertEquals(2, parties.told(party).orElseThrow().size());
        assertEquals(
                List.of("Two Rooms", "Night Ferry"),
                parties.played(party).stream().map(PlayedTrack::getTitle).toList());
        assertEquals(
                List.of(4, 2),
                parties.listeners(party).stream().map(ListenerSample::listeners).toList());
    }

    private Stream<UUID> everyPage() {
        return IntStream.rangeClosed(1, parties.page(1).pages())
                .mapToObj(parties::page)
                .flatMap(page -> page.items().stream())
                .map(PastParty::id);
    }

    private static PartyTrack track(String title) {
        return new PartyTrack("7", title, "Harbour Lights", "Night Ferry", Optional.empty(), 60);
    }

    @Test
    public void whatWasOnUntilTheServerStoppedGoesOn() throws SQLException {
        news.fire(started(party, now.minusHours(2), "Cut off"));
        history.seen(Set.of(party), now);
        news.fire(new PartyNews.Played(party, now.minusMinutes(3), track("Two Rooms")));

        PartyHistory.Left left = leftOpen(now.plusMinutes(4)).orElseThrow();
        assertEquals(party, left.party().id());
        assertEquals("Cut off", left.party().name());
        assertFalse(left.party().hostPresent());
        assertTrue(left.party().secret().matches(SECRET.value()));
        assertFalse(left.party().secret().matches("another"));
        assertTrue(left.party().admits(Optional.empty()));
        assertEquals(List.of(new PartyEvent.Heard("Two Rooms", "Harbour Lights")), left.heard());

        assertEquals(Optional.empty(), leftOpen(now.plusMinutes(6)), "nobody waits that long");
        assertEquals("restart", one("select end_reason from party_session where id = ?"));
    }

    @Test
    public void itsPasswordIsAskedForAsBefore() throws SQLException {
        news.fire(new PartyNews.Started(
                party,
                now,
                "Friends",
                false,
                new Token(SECRET.value()).hash(),
                Optional.of(new Secret("night ferry"))));
        assertFalse(one("select password_hash from party_session where id = ?").contains("ferry"));
        Party left = leftOpen(now).orElseThrow().party();
        assertFalse(left.admits(Optional.empty()));
        assertFalse(left.admits(Optional.of("day ferry")));
        assertTrue(left.admits(Optional.of("night ferry")));
        assertFalse(left.admits(Optional.of("day ferry")), "nor once it is known");

        news.fire(new PartyNews.Played(party, now, track("Two Rooms")));
        assertEquals(Optional.empty(), parties.told(party), "while it is on");
        news.fire(new PartyNews.Ended(party, now.plusMinutes(1), "ended"));
        assertNull(one("select password_hash from party_session where id = ?"));
        assertNull(one("select secret_hash from party_session where id = ?"));
        assertEquals(Optional.of(List.of()), parties.told(party), "it was for those who knew the password");
    }

    private Optional<PartyHistory.Left> leftOpen(OffsetDateTime at) {
        return history.leftOpen(at, Duration.ofMinutes(5)).stream()
                .filter(left -> left.party().id().equals(party))
                .findFirst();
    }

    private static PartyNews started(UUID party, OffsetDateTime at, String name) {
        return new PartyNews.Started(party, at, name, false, new Token(SECRET.value()).hash(), Optional.empty());
    }

    private String one(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, party);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "no row";
            }
        }
    }
}
