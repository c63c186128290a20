package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.tutti.PackagedWar;
import app.tutti.catalog.scan.control.ScanStore;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Files of people that belong together: what is one release, its discs and covers, and what is no music. */
public class ReleaseScanIT extends ScannedFolder {
    private static final String ANA = "00000000-0000-0000-0000-000000000000";

    @Inject
    ScanStore store;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(ReleaseScanIT.class).addClass(ScannedFolder.class);
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
        assertEquals(List.of(), store.refusedFiles(10));
    }
}
