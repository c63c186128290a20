package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.control.ArtistKeys;
import app.tutti.catalog.control.Intake;
import app.tutti.catalog.control.M3uMatch;
import app.tutti.catalog.control.MusicFolders;
import app.tutti.catalog.control.Scanner;
import app.tutti.catalog.control.Search;
import app.tutti.catalog.entity.ArtistCard;
import app.tutti.catalog.entity.Imported;
import app.tutti.catalog.entity.M3u;
import app.tutti.catalog.entity.RefusedFile;
import app.tutti.catalog.entity.ReleaseCard;
import app.tutti.catalog.entity.SearchResults;
import app.tutti.catalog.entity.SearchText;
import app.tutti.catalog.entity.TrackRow;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that come, go, move and are bad, beside the demo library on the real server with the real database. */
@ExtendWith(ArquillianExtension.class)
public class ScanIT {
    private static final Path FILES = Path.of("src/test/resources/catalog");
    private static final Path PEOPLES = Path.of("src/test/resources/catalogue");
    private static final String GENRES = "select distinct g.name from track_genre l join genre g on g.id = l.genre_id"
            + " join track t on t.id = l.track_id where t.path like '%scan-it%' order by 1";

    private static final String ANA = "00000000-0000-0000-0000-000000000000";

    @Inject
    Scanner scanner;

    @Inject
    Intake intake;

    @Inject
    MusicFolders folders;

    @Inject
    Search search;

    @Inject
    M3uMatch playlists;

    private Path music;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(ScanIT.class);
    }

    @BeforeEach
    void anEmptyFolder() throws Exception {
        PackagedWar.await("the first scan", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        music = Files.createDirectories(folders.folders().getFirst().resolve("scan-it"));
    }

    @AfterEach
    void nothingStays() throws Exception {
        try (Stream<Path> files = Files.walk(music)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        scanner.scan();
        execute("delete from track where gone is not null");
        scanner.scan();
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
        add("one.mp3", "b.mp3");
        String track = only("select id from track where path like '%/scan-it/a.mp3'");
        Path away = folders.folders().getFirst().resolveSibling("away.mp3");
        Files.move(music.resolve("a.mp3"), away);
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
    public void tracksByDifferentPeopleInOneFolderAreOneCompilation() throws Exception {
        add("tone.wma", "Folk/Both/1.wma");
        add("untagged.flac", "Folk/Both/Hidden.flac");
        assertEquals(
                "Various Artists,true,2,{FLAC,WMA}",
                only("select a.name || ',' || r.compilation || ',' || r.track_count || ',' || r.formats::text"
                        + " from release r join artist a on a.id = r.artist_id where r.title = 'Both'"));
    }

    @Test
    public void discsInFoldersOfTheirOwnAreOneReleaseByTheirOneArtist() throws Exception {
        add("tone.wma", "Both/CD1/1.wma");
        add("tone.wav", "Both/CD 2/1.wav");
        assertEquals(
                "Ana,2",
                only("select a.name || ',' || r.track_count from release r join artist a on a.id = r.artist_id"
                        + " where r.title = 'Both'"));
    }

    @Test
    public void aReleaseIsWhatItsMakersMeant() throws Exception {
        addAll("releases");
        assertEquals(
                List.of(
                        "B10 Album (FLAC) by B10 Artist: 0.1 One, 0.2 Two",
                        "B10 Album (MP3) by B10 Artist: 0.1 One, 0.2 Two",
                        "B14 Альбом by B14 Artist: 1.1 T Диск 1, 2.1 T Диск 2",
                        "Discs In Words by Untagged Folk: 1.1 01, 2.1 01",
                        "F03 Album by F03 Artist: 1.1 Disc1 Track1, 1.2 Disc1 Track2, 1.3 Disc1 Track3,"
                                + " 2.1 Disc2 Track1, 2.2 Disc2 Track2, 2.3 Disc2 Track3",
                        "One To Eleven by Counting: 0.1 one, 0.2 two, 0.3 three, 0.4 four, 0.5 five, 0.6 six,"
                                + " 0.7 seven, 0.8 eight, 0.9 nine, 0.10 ten, 0.11 eleven",
                        "T08 Vinyl by T08 Artist: 1.1 Zulu, 1.2 Mike, 1.10 Golf, 2.1 Kilo, 2.2 Alpha",
                        "T17 Hits 2020 by Various Artists: 0.1 Hit 1, 0.2 Hit 2, 0.3 Hit 3",
                        "Two Discs by Untagged Folk: 1.1 song 11, 1.2 song 12, 2.1 song 21, 2.2 song 22",
                        "Wheezer by Wheezer: 0.1 No One Else, 0.2 Buddy",
                        "Wheezer by Wheezer: 0.1 Photograph, 0.2 Hash Pipe"),
                releases());
    }

    /** As it was before releases were told apart by more than their names. */
    @Test
    public void anOlderLibraryKeepsWhatPeopleHaveMarked() throws Exception {
        addAll("releases/Wheezer");
        addAll("releases/Compilation");
        List<String> wheezers = all("select id from release where title = 'Wheezer' order by year");
        execute("update track set release_id = %s where release_id = %s".formatted(wheezers.get(0), wheezers.get(1)));
        execute("delete from release where id = " + wheezers.get(1));
        execute("update release set key = md5(id::text)");
        execute("update track set mtime = -1");
        execute("insert into favourite_release (owner, release_id) select '%s', id from release where title in"
                        .formatted(ANA)
                + " ('Wheezer', 'T17 Hits 2020')");
        execute("insert into favourite_track (owner, track_id) select '%s', id from track where title = 'Buddy'"
                .formatted(ANA));
        execute(
                "insert into play (owner, track_id, count, last) select '%s', id, 7, now() from track where title = 'Hit 2'"
                        .formatted(ANA));
        execute("insert into playlist (id, owner, name) values (-1, '%s', 'Old')".formatted(ANA));
        execute(
                "insert into playlist_entry (playlist_id, place, track_id) select -1, 1, id from track where title = 'Hash Pipe'");
        String old = only("select id from release where title = 'T17 Hits 2020'");
        scanner.scan();
        try {
            assertEquals(
                    List.of("T17 Hits 2020", "Wheezer", "Wheezer"),
                    all("select r.title from favourite_release f join release r on r.id = f.release_id"
                            + " where r.track_count > 0 order by 1"));
            assertEquals(old, only("select id from release where title = 'T17 Hits 2020'"));
            assertEquals(
                    "Buddy,7,Hash Pipe",
                    only("select t.title || ',' || p.count || ',' || u.title from favourite_track f"
                            + " join track t on t.id = f.track_id, play p join track s on s.id = p.track_id,"
                            + " playlist_entry e join track u on u.id = e.track_id"
                            + " where s.title = 'Hit 2' and e.playlist_id = -1"));
        } finally {
            execute("delete from playlist where id = -1");
        }
    }

    @Test
    public void coversAndWordsThatComeLaterAreSeen() throws Exception {
        add("../catalogue/covers/comes-later/a.flac", "later/a.flac");
        add("../catalogue/covers/replaced/a.flac", "replaced/a.flac");
        add("cover.jpg", "replaced/cover.jpg");
        String before =
                only("select c.sha256 from release r join cover c on c.id = r.cover_id where title = 'C03 Replaced'");
        assertEquals("0", only("select count(cover_id) from release where title = 'C03 Later'"));
        add("../catalogue/covers/replaced/cover.jpg", "replaced/cover.jpg");
        add("../catalogue/covers/comes-later/cover.jpg", "later/cover.jpg");
        add("../catalogue/covers/comes-later/a.lrc", "later/a.lrc");
        assertEquals("1", only("select count(cover_id) from release where title = 'C03 Later'"));
        assertNotEquals(
                before,
                only("select c.sha256 from release r join cover c on c.id = r.cover_id where title = 'C03 Replaced'"));
        String words =
                "select count(*) from lyrics l join track t on t.id = l.track_id where t.path like '%scan-it/later%'";
        assertEquals("1", only(words));
        Files.delete(music.resolve("later/cover.jpg"));
        Files.delete(music.resolve("later/a.lrc"));
        scanner.scan();
        assertEquals("0", only("select count(cover_id) from release where title = 'C03 Later'"));
        assertEquals("0", only(words));
    }

    @Test
    public void recycleBinsAndTheLikeAreOneNumberAndNoRows() throws Exception {
        addAll("passed-over");
        assertEquals(1, count("%/scan-it/%"));
        assertEquals(4, scanner.leftOut());
        assertEquals(List.of(), intake.refusedFiles(10));
    }

    private List<String> releases() {
        return all("""
                select r.title || coalesce(' (' || r.edition || ')', '') || ' by ' || a.name || ': ' || string_agg(
                    coalesce(t.disc, 0) || '.' || t.number || ' ' || t.title, ', '
                    order by coalesce(t.disc, 1), t.number)
                from release r join artist a on a.id = r.artist_id join track t on t.release_id = r.id
                where t.gone is null and t.path like '%scan-it%'
                group by r.id, a.name order by r.title collate "C", r.edition collate "C", r.year""");
    }

    /** With all that lies in this folder. */
    private void addAll(String folder) throws IOException {
        Path from = Path.of("src/test/resources/catalogue").resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = music.resolve(folder).resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        scanner.scan();
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
        List<RefusedFile> refused = intake.refusedFiles(10);
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
        assertEquals(List.of(), intake.refusedFiles(10));
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

    private void copy(String from, String to) throws IOException {
        Path file = music.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(PEOPLES.resolve(from), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void add(String from, String to) throws IOException {
        Path file = music.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(FILES.resolve(from), file, StandardCopyOption.REPLACE_EXISTING);
        scanner.scan();
    }

    private static int count(String path) {
        return Integer.parseInt(only("select count(*) from track where gone is null and path like '" + path + "'"));
    }

    private static String only(String sql) {
        List<String> all = all(sql);
        assertEquals(1, all.size(), sql + " answers with " + all);
        return all.getFirst();
    }

    private static List<String> all(String sql) {
        List<String> all = new ArrayList<>();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource database() {
        try {
            return InitialContext.doLookup("java:app/jdbc/tutti");
        } catch (javax.naming.NamingException none) {
            throw new IllegalStateException(none);
        }
    }
}
