package app.tutti.catalog.scan.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.tutti.PackagedWar;
import app.tutti.catalog.files.control.DemoLibrary;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.store.control.CatalogUpkeep;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** A disk that is not there, or can't be read, beside the demo library on the real server with the real database. */
@ExtendWith(ArquillianExtension.class)
public class MusicFolderIT {
    private static final UUID ANA = UUID.fromString("00000000-0000-0000-0000-000000000000");

    @Inject
    Scanner scanner;

    @Inject
    CatalogUpkeep upkeep;

    @Inject
    ScanStore store;

    @Inject
    MusicFolders folders;

    @Inject
    DemoLibrary demo;

    private Path place;
    private Path disk;
    private String track;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(MusicFolderIT.class);
    }

    @BeforeEach
    void aDiskWithAFavourite() throws Exception {
        PackagedWar.await("the first scan", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        place = Files.createTempDirectory("tutti-disk");
        disk = Files.createDirectories(place.resolve("disk"));
        Files.copy(Path.of("src/test/resources/catalog/rich.flac"), disk.resolve("rich.flac"));
        scan(ScanOrder.CHANGES);
        track = only("select id from track where path like '%/disk/rich.flac'");
        execute("insert into favourite_track (owner, track_id) values ('" + ANA + "', " + track + ")");
        assertEquals("t,1", state(), "it must be there first");
    }

    @AfterEach
    void nothingStays() throws Exception {
        execute("delete from track where path like '%/disk/%'");
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        scanner.scan();
    }

    @Test
    public void anEmptyMountPointKeepsItsTracksUntilSomebodyInsists() throws Exception {
        Path away = Files.move(disk.resolve("rich.flac"), place.resolve("away.flac"));
        assertEquals(List.of(disk), scan(ScanOrder.CHANGES).emptyFolders());
        assertEquals("t,1", state());
        scan(ScanOrder.EVERYTHING);
        assertEquals("f,1", state(), "gone, and the favourite waits for it");
        Files.move(away, disk.resolve("rich.flac"));
        assertEquals(List.of(), scan(ScanOrder.CHANGES).emptyFolders());
        assertEquals("t,1", state());
    }

    @Test
    public void aFolderThatIsMissingOrIsNoneChangesNothingWhoeverInsists() throws Exception {
        Path away = Files.move(disk, place.resolve("away"));
        for (ScanOrder order : List.of(ScanOrder.CHANGES, ScanOrder.EVERYTHING)) {
            scan(order);
            assertEquals("t,1", state(), "without a folder");
            Files.createSymbolicLink(disk, place.resolve("nowhere"));
            scan(order);
            assertEquals("t,1", state(), "with a link that leads nowhere");
            Files.delete(disk);
            Files.createFile(disk);
            scan(order);
            assertEquals("t,1", state(), "with a file in its place");
            Files.delete(disk);
        }
        Files.move(away, disk);
    }

    @Test
    public void aFolderThatCannotBeReadChangesNothing() throws Exception {
        Path inside = Files.createDirectory(disk.resolve("inside"));
        Files.move(disk.resolve("rich.flac"), inside.resolve("rich.flac"));
        scan(ScanOrder.CHANGES);
        for (Path closed : List.of(inside, disk)) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
            try {
                assumeFalse(Files.isReadable(closed), "who runs this may read everything");
                scan(ScanOrder.EVERYTHING);
                assertEquals("t,1", state());
            } finally {
                Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    public void whatHasBeenAwayForNinetyDaysIsForgotten() throws Exception {
        Files.move(disk.resolve("rich.flac"), place.resolve("away.flac"));
        scan(ScanOrder.EVERYTHING);
        assertEquals("f,1", state());
        upkeep.tidy(Instant.now().plus(Duration.ofDays(89)));
        assertEquals("f,1", state(), "it may come back");
        upkeep.tidy(Instant.now().plus(Duration.ofDays(91)));
        assertEquals("0", only("select count(*) from track where id = " + track));
        assertEquals("0", only("select count(*) from favourite_track where owner = '" + ANA + "'"));
        assertEquals("0", only("select count(*) from release where title = 'Both'"));
        assertEquals("0", only("select count(*) from artist where name = 'Bia'"));
        assertTrue(Integer.parseInt(only("select count(*) from track")) > 0, "what is there stays");
    }

    /** With the demo library, as the server's own scans, which know nothing of the disk, were not to find it gone. */
    private ScanState scan(ScanOrder order) {
        ScanState state = new ScanState(Clock.systemUTC());
        state.begin();
        MusicFolders both = new MusicFolders(Optional.of(demo.folder() + ":" + disk), demo, null);
        new Scan(order, both, store, upkeep, state, Clock.systemUTC()).files();
        state.end();
        return state;
    }

    /** Whether it is there, and how often it is marked. */
    private String state() throws Exception {
        return only("select (gone is null)::text::char(1) || ',' || (select count(*) from favourite_track f"
                + " where f.track_id = t.id and f.owner = '" + ANA + "') from track t where id = " + track);
    }

    private static String only(String sql) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource database() throws javax.naming.NamingException {
        return InitialContext.doLookup("java:app/jdbc/tutti");
    }
}
