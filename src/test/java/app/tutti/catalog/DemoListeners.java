package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.tutti.PackagedWar;
import app.tutti.account.boundary.Accounts;
import app.tutti.account.entity.PersonName;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Catalogue;
import app.tutti.catalog.control.Favourites;
import app.tutti.catalog.control.M3uMatch;
import app.tutti.catalog.control.PlaylistChanges;
import app.tutti.catalog.control.PlaylistPaths;
import app.tutti.catalog.control.Playlists;
import app.tutti.catalog.control.Plays;
import app.tutti.catalog.control.Queues;
import app.tutti.catalog.control.Scanner;
import app.tutti.catalog.control.Songs;
import app.tutti.catalog.control.UnitOfWork;
import app.tutti.catalog.entity.ListName;
import app.tutti.catalog.entity.ListRefused;
import app.tutti.catalog.entity.Owner;
import app.tutti.catalog.entity.PlaylistCard;
import app.tutti.catalog.entity.Song;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    Songs songs;

    @Inject
    Favourites favourites;

    @Inject
    Plays plays;

    @Inject
    Queues queues;

    @Inject
    UnitOfWork unit;

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
        AtomicLong id = new AtomicLong();
        unit.run(() -> id.set(changes.create(owner, SUNDAY, wanted)));
        return id.get();
    }

    void refused(ListRefused.Reason reason, Runnable change) {
        ListRefused refusal = assertThrows(ListRefused.class, () -> unit.run(change));
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

    static List<Long> ids(List<Song> songs) {
        return songs.stream().map(Song::id).toList();
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
        unit.run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
