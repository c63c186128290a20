package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.people.entity.Role;
import app.tutti.platform.database.EmbeddedPostgres;
import app.tutti.stories.TuttiServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At a server with {@code TUTTI_PARTY_ROLE=listener}, where everybody is a guest but for the pages about themselves, and an admin's. */
class RelayWalkIT extends RoleWalk {
    private static final Map<Cast, Visitor> HERE = new EnumMap<>(Cast.class);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres database;
    private static TuttiServer server;

    @BeforeAll
    static void everybodyIsHere() throws SQLException {
        database = EmbeddedPostgres.start(folder);
        server = TuttiServer.notStarted()
                .with("TUTTI_PARTY_ROLE", "listener")
                .with("TUTTI_DB_URL", database.url())
                .with("TUTTI_DB_USER", database.user())
                .with("TUTTI_DB_PASSWORD", database.password());
        server.start();
        URI address = URI.create(server.url("/"));
        try (PersonBrowser admin = PersonBrowser.at(address)) {
            assertEquals(303, admin.setUp(Cast.ADMIN.credentials()).statusCode());
        }
        addMember(Cast.MEMBER);
        addMember(Cast.OTHER_MEMBER);
        for (Cast who : Cast.values()) {
            HERE.put(who, Visitor.at(address, who));
        }
    }

    @AfterAll
    static void everybodyLeaves() {
        HERE.values().forEach(Visitor::close);
        server.close();
        database.close();
    }

    @Override
    Visitor visitor(Cast who) {
        return HERE.get(who);
    }

    @Override
    Role role(Cast who, String path) {
        boolean theirOwn = isUnder(path, "/you", "/sign-out", "/api/people");
        boolean admins = isUnder(path, "/people", "/library", "/relay-metrics", "/health", "/openapi");
        return switch (who) {
            case ANONYMOUS, GUEST -> Role.GUEST;
            case MEMBER, OTHER_MEMBER -> theirOwn ? Role.MEMBER : Role.GUEST;
            case ADMIN -> theirOwn || admins ? Role.ADMIN : Role.GUEST;
        };
    }

    private static boolean isUnder(String path, String... pages) {
        return Stream.of(pages).anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }

    @Override
    boolean isOpenedBySigningIn(Role needed) {
        return needed == Role.ADMIN;
    }

    @Override
    boolean isKnown(Cast who, String path) {
        return who.hasAccount();
    }

    /** From wherever she is, to all she runs the server by, and out again; and never to anything to play with. */
    @Test
    void theAdminGetsEverywhere() {
        Visitor ana = visitor(Cast.ADMIN);
        List<String> pages = Stream.concat(
                        catalogue(), Stream.of("/people", "/library", "/you", "/party-status", "/nowhere"))
                .toList();
        for (String path : pages) {
            HttpResponse<String> page = ana.go("GET", path, "text/html");
            assertEquals(path.equals("/nowhere") ? 404 : 200, page.statusCode(), path);
            assertFalse(page.body().contains("<player-bar"), path);
            assertFalse(page.body().contains("href=\"/playlists"), path);
            for (String link :
                    List.of("href=\"/people\"", "href=\"/library\"", "href=\"/you\"", "action=\"/sign-out\"")) {
                assertTrue(path.equals("/party-status") || page.body().contains(link), path + " has no " + link);
            }
        }
        assertEquals(200, ana.go("GET", "/relay-metrics", "text/plain").statusCode());
        assertEquals(403, ana.go("GET", "/party", "text/html").statusCode());
    }

    static Stream<String> catalogue() {
        return Stream.of(
                "/",
                "/artists",
                "/releases",
                "/tracks",
                "/genres",
                "/search?q=o",
                first("/releases", "/releases/\\d+"),
                first("/artists", "/artists/\\d+"),
                first("/artists", "/artists/\\d+") + "/tracks",
                first("/genres", "/genres/\\d+"));
    }

    /** What a guest sees is all that there is, and nothing to play it with, to mark it or to put it anywhere. */
    @ParameterizedTest
    @MethodSource("catalogue")
    void theCatalogueIsThereToLookAt(String path) {
        for (Cast who : List.of(Cast.ANONYMOUS, Cast.MEMBER, Cast.ADMIN)) {
            looksAround(visitor(who).go("GET", path, "text/html"));
        }
    }

    private static void looksAround(HttpResponse<String> page) {
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<live-bar"), "the page is whole");
        for (String control : List.of(
                "<player-bar",
                "<play-button",
                "<queue-button",
                "<queue-drawer",
                "<heart-button",
                "<player-heart",
                "<add-to-playlist",
                "data-add=",
                "class=\"transport",
                "data-slider=\"seek\"",
                "data-action=\"queue\"",
                "<party-button",
                "href=\"/party\"",
                "href=\"/playlists",
                "/audio\"")) {
            assertFalse(page.body().contains(control), control);
        }
    }

    private static String first(String page, String link) {
        server.pageOf("Two Rooms");
        Matcher found = Pattern.compile("href=\"(" + link + ")\"").matcher(server.get(page));
        assertTrue(found.find(), page);
        return found.group(1);
    }

    /** With the admin's password, which all have: a server of this kind has no page for it. */
    private static void addMember(Cast who) throws SQLException {
        String sql = "insert into person (id, name, display_name, role, password, created)"
                + " select gen_random_uuid(), ?, ?, 'member', password, created from person where role = 'admin'";
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var insert = connection.prepareStatement(sql)) {
            String name = who.credentials().get("name");
            insert.setString(1, name);
            insert.setString(2, name);
            assertEquals(1, insert.executeUpdate());
        }
    }
}
