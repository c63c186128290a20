package app.tutti.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.tutti.PackagedWar;
import app.tutti.party.boundary.PartyHistory;
import app.tutti.party.control.PartyNews;
import app.tutti.party.control.PastParties;
import app.tutti.party.entity.ListenerSample;
import app.tutti.party.entity.PartyTrack;
import app.tutti.party.entity.PastParty;
import app.tutti.party.entity.PlayedTrack;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of a party in the database. */
@ExtendWith(ArquillianExtension.class)
public class PartyHistoryIT {
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
        news.fire(new PartyNews.Started(party, now, "Friday"));
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
        for (int count = 0; count < 31; count++) {
            UUID other = UUID.randomUUID();
            news.fire(new PartyNews.Started(other, now.minusDays(count + 1), "Before"));
            news.fire(new PartyNews.Ended(other, now.minusDays(count + 1).plusHours(1), "ended"));
        }
        news.fire(new PartyNews.Started(party, now, "Friday"));
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
        assertEquals("Before", parties.page(2).items().getFirst().name());
        assertEquals(
                List.of("Two Rooms", "Night Ferry"),
                parties.played(party).stream().map(PlayedTrack::getTitle).toList());
        assertEquals(
                List.of(4, 2),
                parties.listeners(party).stream().map(ListenerSample::listeners).toList());
    }

    private static PartyTrack track(String title) {
        return new PartyTrack("7", title, "Harbour Lights", "Night Ferry", Optional.empty(), 60);
    }

    @Test
    public void whatAStoppedServerLeftOpenHasEnded() throws SQLException {
        news.fire(new PartyNews.Started(party, now, "Cut off"));
        history.closeLeftOpen(now.plusSeconds(5));
        assertEquals("restart", one("select end_reason from party_session where id = ?"));
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
