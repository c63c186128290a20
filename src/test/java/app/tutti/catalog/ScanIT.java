package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.catalog.playlists.control.M3uMatch;
import app.tutti.catalog.playlists.entity.Imported;
import app.tutti.catalog.playlists.entity.M3u;
import app.tutti.catalog.scan.control.ScanStore;
import app.tutti.catalog.scan.entity.RefusedFile;
import app.tutti.catalog.search.control.Search;
import app.tutti.catalog.search.entity.SearchResults;
import app.tutti.catalog.search.entity.SearchText;
import app.tutti.catalog.store.control.ArtistKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Files that come, go, move and are bad, beside the demo library on the real server with the real database. */
public class ScanIT extends ScannedFolder {
    private static final String GENRES = "select distinct g.name from track_genre l join genre g on g.id = l.genre_id"
            + " join track t on t.id = l.track_id where t.path like '%scan-it%' order by 1";

    @Inject
    ScanStore store;

    @Inject
    Search search;

    @Inject
    M3uMatch playlists;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(ScanIT.class).addClass(ScannedFolder.class);
    }

    @Test
    public void aMovedFileIsTheSameTrack() throws Exception {
        add("rich.flac", "A/one.flac");
        String track = only("select id || ' ' || added from track where path like '%scan-it%'");
        Files.createDirectories(music.resolve("B"));
        Files.move(music.resolve("A/one.flac"), music.resolve("B/two.flac"));
        scanner.scan();
        assertEquals(track, only("select id || ' ' || added from track where path like '%/scan-it/B/two.flac'"));
        // Another file with the same content, as when a disk was copied: nothing but the content is the same.
        Path copy = Files.copy(music.resolve("B/two.flac"), music.resolve("three.flac"));
        assertNotEquals(
                Files.getAttribute(music.resolve("B/two.flac"), "unix:ino"), Files.getAttribute(copy, "unix:ino"));
        Files.delete(music.resolve("B/two.flac"));
        scanner.scan();
        assertEquals(track, only("select id || ' ' || added from track where path like '%/scan-it/three.flac'"));
        assertEquals("1", only("select count(*) from track where path like '%scan-it%'"));
    }

    @Test
    public void filesThatChangePlacesKeepTheirTracks() throws Exception {
        add("tone.wav", "1.wav");
        add("tone.aiff", "2.aiff");
        add("rich.flac", "01.flac");
        add("untagged.flac", "02.flac");
        String duet = only("select id from track where path like '%/scan-it/01.flac'");
        String other = only("select id from track where path like '%/scan-it/02.flac'");
        Files.move(music.resolve("01.flac"), music.resolve("x"));
        Files.move(music.resolve("02.flac"), music.resolve("01.flac"));
        Files.move(music.resolve("x"), music.resolve("02.flac"));
        scanner.scan();
        assertEquals(duet, only("select id from track where gone is null and path like '%/scan-it/02.flac'"));
        assertEquals(other, only("select id from track where gone is null and path like '%/scan-it/01.flac'"));
    }

    @Test
    public void whatIsGoneKeepsItsRowAndComesBack() throws Exception {
        add("rich.mp3", "a.mp3");
        add("untagged.flac", "b.flac");
        String track = only("select id from track where path like '%/scan-it/a.mp3'");
        Path away = folders.folders().getFirst().resolveSibling("away.mp3");
        Files.move(music.resolve("a.mp3"), away, StandardCopyOption.REPLACE_EXISTING);
        scanner.scan();
        assertEquals(track, only("select id from track where gone is not null and path like '%/scan-it/a.mp3'"));
        assertEquals(
                "0",
                only("select track_count from release where title = 'Both' and id = "
                        + "(select release_id from track where id = " + track + ")"));
        Files.move(away, music.resolve("a.mp3"));
        scanner.scan();
        assertEquals(track, only("select id from track where gone is null and path like '%/scan-it/a.mp3'"));
    }

    @Test
    public void everybodyIsCreditedAndCounted() throws Exception {
        add("rich.flac", "a.flac");
        assertEquals(
                List.of("Ana", "Bia"),
                all("select a.name from track_artist l join artist a on a.id = l.artist_id join track t"
                        + " on t.id = l.track_id where t.credit = 'Ana feat. Bia' order by l.position"));
        assertEquals("0,1", only("select release_count || ',' || track_count from artist where name = 'Bia'"));
        assertEquals(
                List.of("Bossa Nova", "Jazz", "Samba"),
                all("select g.name from release_genre l join genre g on g.id = l.genre_id join release r"
                        + " on r.id = l.release_id where r.title = 'Both' order by 1"));
        assertEquals("t", only("select synced from lyrics"));
        assertEquals("1", only("select count(*) from track where folded(words) like '% bia%'"));
    }

    @Test
    public void badFilesAreListedAndNotReadAgain() throws Exception {
        add("text.mp3", "bad.mp3");
        add("truncated.m4a", "worse.m4a");
        List<RefusedFile> refused = store.refusedFiles(10);
        assertEquals(
                List.of("damaged", "damaged"),
                refused.stream().map(RefusedFile::reason).toList());
        String seen = String.join(",", all("select seen from refused_file order by path"));
        scanner.scan();
        assertEquals(2, scanner.progress().refused());
        assertEquals(seen, String.join(",", all("select seen from refused_file order by path")));
        add("rich.mp3", "bad.mp3");
        Files.delete(music.resolve("worse.m4a"));
        scanner.scan();
        assertEquals(List.of(), store.refusedFiles(10));
        assertEquals("1", only("select count(*) from track where path like '%/scan-it/bad.mp3'"));
    }

    @Test
    public void aFileThatIsAddedIsHeardOfWithoutBeingAskedFor() throws Exception {
        Path folder = Files.createDirectories(music.resolve("New/Folder"));
        Files.copy(FILES.resolve("rich.ogg"), folder.resolve("new.ogg"));
        PackagedWar.await("the folder's watch", () -> count("%/scan-it/New/Folder/new.ogg") == 1);
    }

    @Test
    public void aScanThatIsCancelledIsGoneOnWith() throws Exception {
        for (int number = 0; number < 1500; number++) {
            Files.copy(FILES.resolve("one.mp3"), music.resolve(number + ".mp3"));
        }
        Thread scan = new Thread(scanner::scan);
        scan.start();
        PackagedWar.await("it is on its way", () -> count("%/scan-it/%.mp3") > 0);
        scanner.cancel();
        scan.join();
        // With the transactions that wrote them.
        List<String> before = all("select id || ' ' || xmin::text from track where path like '%/scan-it/%.mp3'");
        scanner.scan();
        assertEquals(1500, count("%/scan-it/%.mp3"));
        assertTrue(
                all("select id || ' ' || xmin::text from track").containsAll(before),
                "what is stored is not read again");
    }

    @Test
    public void oneNameInTwoFormsIsOneArtistAsMostOfItsFilesHaveIt() throws Exception {
        for (String form : List.of("small-of", "capital-of", "composed", "taken-apart", "hyphen-minus", "hyphen")) {
            copy("one-name-two-forms/" + form + ".flac", form + "/a.flac");
        }
        copy("one-name-two-forms/small-of.flac", "small-of/b.flac");
        copy("one-name-two-forms/hyphen.flac", "hyphen/b.flac");
        scanner.scan();
        assertEquals(
                List.of("Beyoncé T19 2", "Blink‐182 T20 3", "Cradle of T15 3"),
                all("select name || ' ' || track_count from artist where name ~ ' T(15|19|20)$' order by name"));
    }

    @Test
    public void aGenreWithASlashIsTwoWhereTheLibraryHasBoth() throws Exception {
        copy("genre-with-slash/songwriter.flac", "a.flac");
        scanner.scan();
        assertEquals(List.of("Singer/Songwriter"), all(GENRES));
        execute("insert into genre (id, name, sort_name) values (900001, 'Singer', 'singer'),"
                + " (900002, 'Songwriter', 'songwriter')");
        execute("insert into track_genre select t.id, g from (values (900001), (900002)) g (g),"
                + " (select id from track where path not like '%scan-it%' limit 1) t");
        copy("genre-with-slash/songwriter.flac", "b.flac");
        scanner.scan();
        assertEquals(List.of("Singer", "Songwriter"), all(GENRES));
        execute("delete from track_genre where genre_id in (900001, 900002)");
    }

    @Test
    public void namesOfMarksPartsOfTextsAndInitialsAreFound() throws Exception {
        for (int file = 0; file < 12; file++) {
            copy("search/%02d.flac".formatted(file), file + "/a.flac");
        }
        scanner.scan();
        assertFound("丽君", "S01 邓丽君", "千言萬語 邓丽君");
        assertFound("夜明け", "東京の夜明け");
        assertFound("一切随风", "S01 让一切随风");
        assertFound("rem", "R.E.M.");
        assertFound("÷", "÷");
        assertFound("!!!", "!!!");
        assertFound("💔", "💔");
        assertFound("royksopp", "S05 Röyksopp");
        assertFound("кино", "S06 Кино");
    }

    private void assertFound(String text, String... names) {
        SearchResults found = search.find(new SearchText(text), Search.Most.OF_A_PAGE);
        List<String> all = Stream.of(
                        found.artists().stream().map(ArtistCard::name),
                        found.releases().stream().map(ReleaseCard::title),
                        found.tracks().stream().map(TrackRow::title))
                .flatMap(one -> one)
                .toList();
        assertTrue(all.containsAll(List.of(names)), text + " finds " + all);
    }

    @Test
    public void aPlaylistsPathsAreFilesHereOrMissing() throws Exception {
        for (String path : List.of(
                "P/Aimer/春はゆく/01 - 春はゆく.mp3",
                "P/Poké/06 Noël à la.mp3",
                "P/Hans Zimmer/01 - Time (Live).mp3",
                "P/Plain/02 Plain.mp3",
                "P/Radio/live.mp3",
                "P/X1/Greatest/01.mp3",
                "P/X2/Greatest/01.mp3")) {
            Path file = music.resolve(path);
            Files.createDirectories(file.getParent());
            Files.copy(FILES.resolve("one.mp3"), file);
        }
        scanner.scan();
        String time = "P/Hans Zimmer/01 - Time (Live).mp3";
        String spring = "P/Aimer/春はゆく/01 - 春はゆく.mp3";
        assertImported("vlc.m3u8", List.of(time, spring, "P/Plain/02 Plain.mp3"), 0);
        assertImported("utf16.m3u", List.of(time, "P/Poké/06 Noël à la.mp3", spring), 0);
        assertImported("http.m3u", List.of(), 2);
        assertImported("ambig.m3u8", List.of("P/X1/Greatest/01.mp3"), 2);
        assertImported("halfurl.m3u8", List.of(time), 0);
    }

    private void assertImported(String list, List<String> found, int missing) throws IOException {
        Imported imported = playlists.find(M3u.read(Files.readAllBytes(PEOPLES.resolve("playlists/" + list))));
        List<String> paths = imported.found().stream()
                .map(track -> only("select path from track where id = " + track))
                .map(path -> music.relativize(Path.of(path)).toString())
                .toList();
        assertEquals(found, paths, list);
        assertEquals(missing, imported.missing().size(), list);
    }

    @Test
    public void artistsOfAnOlderDatabaseBecomeOneAndStayLoved() throws Exception {
        copy("one-name-two-forms/composed.flac", "composed/a.flac");
        scanner.scan();
        execute("update artist set key = null");
        execute("insert into artist (id, name, sort_name) values (900001, 'BEYONCÉ T19', 'beyonce t19')");
        execute("insert into favourite_artist (owner, artist_id)"
                + " values ('00000000-0000-0000-0000-000000000000', 900001)");
        execute("insert into track_artist (track_id, position, artist_id)"
                + " select id, 1, 900001 from track where path like '%scan-it%'");
        execute("update track set release_artist_id = 900001 where path like '%scan-it%'");
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            ArtistKeys.assign(connection);
            connection.commit();
        }
        assertEquals("Beyoncé T19", only("select name from artist where key = 'beyonce t19'"));
        assertEquals(
                "Beyoncé T19",
                only("select a.name from favourite_artist f join artist a on a.id = f.artist_id"
                        + " where a.key = 'beyonce t19'"));
        assertEquals(
                "1",
                only("select count(*) from track_artist l join track t on t.id = l.track_id"
                        + " where t.path like '%scan-it%'"));
        execute("update track set mtime = -1");
        scanner.scan();
        assertEquals("1", only("select track_count from artist where key = 'beyonce t19'"));
    }
}
