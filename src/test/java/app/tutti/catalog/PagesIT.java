package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.library.control.Artists;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.control.Genres;
import app.tutti.catalog.library.control.Releases;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.Paged;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.ReleaseFilter;
import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.catalog.scan.control.Scanner;
import app.tutti.catalog.search.control.Search;
import app.tutti.catalog.search.entity.SearchResults;
import app.tutti.catalog.search.entity.SearchText;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every list of the library, on the real database; the music is written by SQL, beside the demo's. */
@ExtendWith(ArquillianExtension.class)
public class PagesIT {
    private static final long ANA = 900_001;
    private static final long BIA = 900_002;
    private static final long SAMBA = 900_001;
    private static final long LAST_TRAIN = 900_001;
    private static final long GONE = 900_099;

    @Inject
    Artists artists;

    @Inject
    Releases releases;

    @Inject
    Tracks tracks;

    @Inject
    Genres genres;

    @Inject
    Search search;

    @Inject
    Catalogue catalogue;

    @Inject
    Scanner scanner;

    @PersistenceContext
    EntityManager entities;

    @Resource
    UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(PagesIT.class);
    }

    @BeforeEach
    void aKnownLibrary() throws Exception {
        PackagedWar.await("the demo library is scanned", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        nobodyElsesLibrary();
        transaction.begin();
        write(
                "insert into artist (id, name, sort_name) values (900001, 'Ana Coração', 'ana coracao'),"
                        + " (900002, 'The Bia Brothers', 'bia brothers'), (900003, '99 Percent', '99 percent'), (900004, 'Nobody', 'nobody')");
        write("insert into genre (id, name, sort_name) values (900001, 'Samba-Canção', 'samba-cancao')");
        release(900_001, ANA, "Last Train", 1999, "FLAC", 3);
        release(900_002, BIA, "Don't Stop", 1991, "MP3", 130);
        release(900_099, BIA, "Vanished", 1985, "OPUS", 1);
        write("update track set gone = now() where release_id = 900099");
        write("insert into track_artist (track_id, position, artist_id) select id, 0, artist_id from track"
                + " where id > 900000");
        write("insert into track_artist (track_id, position, artist_id) select id, 1, 900001 from track"
                + " where release_id = 900002 and number <= 2");
        write("insert into release_genre values (900001, 900001)");
        write("insert into track_genre select id, 900001 from track where release_id = 900001");
        count();
        transaction.commit();
    }

    @AfterEach
    void nobodyElsesLibrary() throws Exception {
        transaction.begin();
        write("delete from track where id > 900000", "delete from release where id > 900000");
        write("delete from artist where id > 900000", "delete from genre where id > 900000");
        transaction.commit();
    }

    private void release(long id, long artist, String title, int year, String format, int count) {
        write("insert into release (id, artist_id, title, sort_name, year, added, key, formats, track_count, words)"
                + " values (%1$d, %2$d, '%3$s', lower('%3$s'), %4$d, now(), 'it %1$d', '{%5$s}', %6$d, ' %3$s')"
                        .formatted(id, artist, title.replace("'", "''"), year, format, id == GONE ? 0 : count));
        write("insert into track (id, release_id, artist_id, title, sort_name, number, duration, format, path, size,"
                + " mtime, words) select %1$d * 1000 + i, %1$d, %2$d, 'Part ' || i || ' of %3$s', 'part ' || i, i, 60000,"
                        .formatted(id, artist, title.replace("'", "''"))
                + " '%2$s', '/it/%1$d/' || i, 1, 1, ' Part ' || i || ' of %3$s ' || (select name from artist where id = %4$d)"
                        .formatted(id, format, title.replace("'", "''"), artist)
                + " from generate_series(1, %d) i".formatted(count));
    }

    /** As the scan does. */
    private void count() {
        write("update artist a set release_count = (select count(*) from release r where r.artist_id = a.id and"
                + " r.track_count > 0), track_count = (select count(*) from track_artist x join track t on t.id = x.track_id"
                + " where x.artist_id = a.id and t.gone is null) where id > 900000");
        write("update artist set track_count = 1 where id = 900003");
        write("update genre set release_count = 1, track_count = 3 where id = 900001");
    }

    private void write(String... statements) {
        for (String statement : statements) {
            entities.createNativeQuery(statement).executeUpdate();
        }
    }

    @Test
    public void artistsStandUnderTheirLetters() {
        assertTrue(
                artists.letters().containsAll(List.of("a", "b", "other")),
                artists.letters().toString());
        assertEquals("other", artists.letters().getLast());
        assertTrue(names(artists.page("a", 1)).contains("Ana Coração"));
        assertTrue(names(artists.page("b", 1)).contains("The Bia Brothers"));
        assertFalse(names(artists.page("t", 1)).contains("The Bia Brothers"));
        assertTrue(names(artists.page("other", 1)).contains("99 Percent"));
        assertFalse(names(artists.page("n", 1)).contains("Nobody"), "who has no music is not listed");
        assertEquals(artists.page("", 1), artists.page("'; drop table artist", 1));
    }

    @Test
    public void releasesAreSortedAndFiltered() {
        assertEquals(List.of("Last Train"), titles(ReleaseFilter.of("", SAMBA, "", "", null, null)));
        assertEquals(List.of("Last Train"), titles(ReleaseFilter.of("", null, "1999", "FLAC", ANA, null)));
        assertEquals(
                List.of("Last Train", "Don't Stop"),
                titles(ReleaseFilter.of("year", null, "1990s", "", null, null)).stream()
                        .filter(title -> List.of("Last Train", "Don't Stop").contains(title))
                        .toList());
        assertEquals(List.of("Don't Stop"), titles(ReleaseFilter.of("", null, "", "", null, ANA)), "Ana plays along");
        assertEquals(List.of(), titles(ReleaseFilter.of("", null, "1999", "MP3", ANA, null)));
        assertFalse(titles(ReleaseFilter.ALL).contains("Vanished"), "every track of it is gone");
        assertEquals(
                "Last Train",
                titles(ReleaseFilter.of("added", null, "", "FLAC", ANA, null)).getFirst());
        assertTrue(releases.choices().formats().containsAll(List.of("FLAC", "MP3")));
        assertTrue(releases.choices().decades().contains(1990));
    }

    @Test
    public void everyTrackIsOnOnePageOfBothOrdersAndTheGoneOnesOnNone() {
        for (Tracks.Sort sort : Tracks.Sort.values()) {
            Paged<TrackRow> first = tracks.page(sort, 1);
            assertTrue(first.pages() > 2, "there must be a middle");
            List<Long> ids = IntStream.rangeClosed(1, first.pages())
                    .mapToObj(page -> tracks.page(sort, page).items())
                    .flatMap(List::stream)
                    .map(TrackRow::id)
                    .toList();
            assertEquals(first.total(), ids.size());
            assertEquals(ids.size(), ids.stream().distinct().count());
            assertFalse(ids.contains(GONE * 1000 + 1));
        }
        List<String> byTitle = IntStream.rangeClosed(
                        1, tracks.page(Tracks.Sort.TITLE, 1).pages())
                .mapToObj(page -> tracks.page(Tracks.Sort.TITLE, page).items())
                .flatMap(List::stream)
                .map(TrackRow::title)
                .filter(title -> title.endsWith("of Last Train"))
                .toList();
        assertEquals(List.of("Part 1 of Last Train", "Part 2 of Last Train", "Part 3 of Last Train"), byTitle);
    }

    @Test
    public void anArtistsTracksAreThoseTheyPlayOn() {
        assertEquals(5, tracks.ofArtist(ANA, 1).total());
        assertEquals(130, tracks.ofArtist(BIA, 1).total());
        assertEquals(50, tracks.ofArtist(BIA, 2).items().size());
    }

    @Test
    public void aReleaseHasItsGenresAndItsTracksInOrder() {
        var page = catalogue.release(LAST_TRAIN).orElseThrow();
        assertEquals("Samba-Canção", page.genres().getFirst().name());
        assertEquals(
                List.of(1, 2, 3), page.tracks().stream().map(TrackRow::number).toList());
        assertEquals(180, page.durationSeconds());
        assertTrue(catalogue.release(GONE).orElseThrow().tracks().isEmpty());
        assertEquals(3, genres.find(SAMBA).orElseThrow().trackCount());
        assertTrue(genres.page(1).items().stream().anyMatch(genre -> genre.id() == SAMBA));
        assertTrue(genres.find(999_999_999).isEmpty());
    }

    @Test
    public void accentsCaseAndOrderOfWordsDoNotMatter() {
        for (String typed :
                List.of("coracao", "CORAÇÃO", "cora ana", "ana cora", "Ana Coração", "Corac\u0327a\u0303o")) {
            assertTrue(names(find(typed)).contains("Ana Coração"), typed);
        }
        assertEquals("Last Train", find("train last").releases().getFirst().title());
        assertEquals("Don't Stop", find("dont").releases().getFirst().title());
        assertEquals("Don't Stop", find("don't stop").releases().getFirst().title());
        assertTrue(find("rain").guessed(), "the middle of a word is no beginning");
        assertTrue(find("vanished").empty(), "what is gone is not found");
    }

    @Test
    public void aNameThatBeginsSoComesFirst() {
        assertEquals(
                "Part 1 of Last Train",
                find("part 1 of last").tracks().getFirst().title());
        assertTrue(find("part").tracks().getFirst().title().startsWith("Part 1 "));
    }

    @Test
    public void aTypoIsForgivenAndSaid() {
        SearchResults found = find("corasao");
        assertTrue(found.guessed());
        assertTrue(names(found).contains("Ana Coração"));
        assertFalse(find("coracao").guessed());
    }

    @Test
    public void twoLettersInTheWrongOrderAreForgivenInShortWords() {
        for (String typed : List.of("lsat", "alst", "lats", "rtain")) {
            SearchResults found = find(typed);
            assertTrue(found.guessed(), typed);
            assertEquals("Last Train", found.releases().getFirst().title(), typed);
        }
    }

    @Test
    public void whateverIsTypedIsHarmless() {
        for (String typed :
                List.of("%", "_", "\\", "%%%%", "a\\", "' or 1=1 --", "\0", "?1 #a :b", "((", "{}", "\uD83D")) {
            SearchResults found = find(typed);
            assertTrue(found.artists().size() <= 12 && found.tracks().size() <= 50, typed);
        }
        assertTrue(find("%").empty());
        assertTrue(find("_").empty());
        find("x".repeat(10_240));
        find("word ".repeat(2_048));
        assertTrue(find(null).empty());
    }

    private SearchResults find(String typed) {
        return search.find(new SearchText(typed), Search.Most.OF_A_PAGE);
    }

    private List<String> titles(ReleaseFilter filter) {
        return releases.page(filter, 1).items().stream().map(ReleaseCard::title).toList();
    }

    private static List<String> names(Paged<ArtistCard> page) {
        return page.items().stream().map(ArtistCard::name).toList();
    }

    private static List<String> names(SearchResults found) {
        return found.artists().stream().map(ArtistCard::name).toList();
    }
}
