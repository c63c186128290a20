package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.PackagedWar;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.scan.control.Scanner;
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
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A folder of its own in the demo library of a real server with a real database, for files that come, go and are bad. */
@ExtendWith(ArquillianExtension.class)
abstract class ScannedFolder {
    static final Path FILES = Path.of("src/test/resources/catalog");
    static final Path PEOPLES = Path.of("src/test/resources/catalogue");

    @Inject
    Scanner scanner;

    @Inject
    MusicFolders folders;

    Path music;

    @BeforeEach
    void anEmptyFolder() throws Exception {
        PackagedWar.await("the first scan", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.ended() > 0;
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

    List<String> releases() {
        return all("""
                select r.title || coalesce(' (' || r.edition || ')', '') || ' by ' || a.name || ': ' || string_agg(
                    coalesce(t.disc, 0) || '.' || t.number || ' ' || t.title, ', '
                    order by coalesce(t.disc, 1), t.number)
                from release r join artist a on a.id = r.artist_id join track t on t.release_id = r.id
                where t.gone is null and t.path like '%scan-it%'
                group by r.id, a.name order by r.title collate "C", r.edition collate "C", r.year""");
    }

    /** With all that lies in this folder. */
    void addAll(String folder) throws IOException {
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

    void copy(String from, String to) throws IOException {
        Path file = music.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(PEOPLES.resolve(from), file, StandardCopyOption.REPLACE_EXISTING);
    }

    void add(String from, String to) throws IOException {
        Path file = music.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(FILES.resolve(from), file, StandardCopyOption.REPLACE_EXISTING);
        scanner.scan();
    }

    static int count(String path) {
        return Integer.parseInt(only("select count(*) from track where gone is null and path like '" + path + "'"));
    }

    static String only(String sql) {
        List<String> all = all(sql);
        assertEquals(1, all.size(), sql + " answers with " + all);
        return all.getFirst();
    }

    static List<String> all(String sql) {
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

    static void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static DataSource database() {
        try {
            return InitialContext.doLookup("java:app/jdbc/tutti");
        } catch (javax.naming.NamingException none) {
            throw new IllegalStateException(none);
        }
    }
}
