package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.PackagedWar;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.control.Accounts;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.playlists.control.Favourites;
import app.tutti.catalog.playlists.control.ListedTracks;
import app.tutti.catalog.playlists.control.M3uMatch;
import app.tutti.catalog.playlists.control.PlaylistChanges;
import app.tutti.catalog.playlists.control.PlaylistPaths;
import app.tutti.catalog.playlists.control.Playlists;
import app.tutti.catalog.playlists.control.Plays;
import app.tutti.catalog.playlists.control.Queues;
import app.tutti.catalog.playlists.entity.ListName;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.ListedTrack;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.catalog.scan.control.Scanner;
import app.tutti.catalog.store.control.CatalogConnection;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana and Bia with the demo library, and what a test asks of it in the container. */
abstract class DemoListeners {
    static final ListName SUNDAY = ListName.of("Sunday");

    @Inject
    Catalogue catalogue;

    @Inject
    Scanner scanner;

    @Inject
    Accounts accounts;

    @Inject
    Playlists playlists;

    @Inject
    PlaylistChanges changes;

    @Inject
    PlaylistPaths paths;

    @Inject
    M3uMatch matches;

    @Inject
    ListedTracks songs;

    @Inject
    Favourites favourites;

    @Inject
    Plays plays;

    @Inject
    Queues queues;

    @Inject
    CatalogConnection database;

    @PersistenceContext
    EntityManager entities;

    Owner ana;
    Owner bia;

    /** Two Rooms, Last Tram, Slow Satellites, Canção de Quintal, Pátio Vazio: the order of their paths. */
    List<Long> tracks;

    @BeforeEach
    void anaAndBiaAreHere() throws InterruptedException {
        PackagedWar.await("the demo library is scanned", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        // Files of other tests of this server.
        sql("delete from track where gone is not null");
        nobodyIsAfterwards();
        ana = person("Ana");
        bia = person("Bia");
        tracks = numbers("select id from track order by path");
        assertEquals(5, tracks.size());
    }

    @AfterEach
    void nobodyIsAfterwards() {
        sql("delete from person");
        sql("delete from playlist");
        sql("update track set gone = null");
    }

    Owner person(String name) {
        return Owner.of(accounts.add(PersonName.of(name), Role.MEMBER, null).identity());
    }

    long create(Owner owner, List<Long> wanted) {
        return changes.create(owner, SUNDAY, wanted);
    }

    void refused(ListRefused.Reason reason, Runnable change) {
        ListRefused refusal = assertThrows(ListRefused.class, change::run);
        assertEquals(reason, refusal.reason());
    }

    PlaylistCard card(long list) {
        return playlists.find(list, ana).orElseThrow();
    }

    long version(long list) {
        return card(list).version();
    }

    List<Long> order(long list) {
        return ids(songs.ofPlaylist(list, ana, 1));
    }

    static List<Long> ids(List<ListedTrack> songs) {
        return songs.stream().map(ListedTrack::id).toList();
    }

    String title(long track) {
        return (String) entities.createNativeQuery("select title from track where id = " + track)
                .getSingleResult();
    }

    List<Long> numbers(String query) {
        List<?> rows = entities.createNativeQuery(query).getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    void sql(String statement) {
        database.inOne(connection -> {
            CatalogConnection.execute(connection, statement);
            return null;
        });
    }
}
