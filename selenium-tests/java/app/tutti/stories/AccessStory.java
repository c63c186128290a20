package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever uses a keyboard, a screen reader, large type or a small screen gets every page, by night and by day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessStory {
    private static final List<Integer> WIDTHS = List.of(320, 360, 1280, 1920);

    /** Between them the same parts stand in the same two orders. */
    private static final List<Integer> EXTREMES = List.of(320, 1920);

    private static final int HEIGHT = 800;

    /** Serious and critical findings, each as "rule: element". */
    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => done(violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + " " + node.failureSummary))));
            """;

    /** Colours change by a transition: what is measured is where it ends. */
    private static final String THEME = """
            const [theme, done] = arguments;
            document.documentElement.dataset.theme = theme;
            const transitions = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
            requestAnimationFrame(() => Promise.allSettled(transitions().map((one) => one.finished)).then(() => done()));
            """;

    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
        server.pageOf("Two Rooms");
        ShortParty.at(server);
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    void everyPageIsForEverybody() throws IOException {
        try (Browser ana = Browser.desktop()) {
            assertEquals(List.of(), findings(ana, pages()));
        }
    }

    @Test
    @Order(Integer.MAX_VALUE) // Last: from then on everybody needs an account.
    void soArePagesForWhoHasSignedIn() throws IOException {
        try (Browser ana = Browser.desktop()) {
            ana.open(server.url("/set-up"));
            ana.type("input[name=code]", server.setUpCode());
            ana.type("input[name=name]", "Ana");
            ana.type("input[name=password]", "north of the harbour");
            ana.click(".entry-form button[type=submit]");
            ana.await("she is in", () -> ana.path().equals("/") ? true : null);
            assertEquals(List.of(), findings(ana, List.of("/you", "/people")));
        }
    }

    @Test
    void soIsAPartyThatIsOn() throws IOException {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            String invitation = PartyStory.anaStartsAParty(ana);
            String page = invitation.substring(invitation.indexOf("/party/"));
            ana.click("input[name=requests]");
            bruno.open(server.url(page));
            bruno.see("party-listener [data-phase=live]");
            bruno.type("form[data-say] input", "Hello");
            bruno.click("form[data-say] button");
            bruno.type("party-request input", "rooms");
            bruno.click("party-request li button");
            ana.see("party-wishes li");
            ana.see("[data-log] li");
            assertEquals(List.of(), findings(bruno, List.of(page)));
            assertEquals(List.of(), findings(ana, List.of("/party")));
        }
    }

    @Test
    void nothingMovesWhenTheCoversCome() {
        try (Browser ana = Browser.phone()) {
            ana.beforeEveryPage("""
                    self.shift = 0;
                    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (self.shift += entry.value)))
                        .observe({ type: "layout-shift", buffered: true });
                    """);
            for (String page : List.of("/", "/releases", "/artists", "/tracks", "/search?q=two")) {
                ana.open(server.url(page));
                ana.await(
                        "the covers are there",
                        () -> (Boolean)
                                        ana.value(
                                                "[...document.images].every((image) => image.loading === 'lazy' || image.complete)")
                                ? true
                                : null);
                assertEquals(0.0, ((Number) ana.value("self.shift")).doubleValue(), 0.01, page);
            }
        }
    }

    @Test
    void anaFindsWithTheKeyboardWhileTheMusicPlaysOn() {
        try (Browser ana = Browser.desktop()) {
            ana.open(server.url("/releases"));
            ana.type("body", "/");
            ana.await(
                    "the field has the focus",
                    () -> (Boolean) ana.value("document.activeElement.name === 'q'") ? true : null);
            ana.type(".masthead-search input", "rooms two");
            ana.click("#glance tr[data-title='Two Rooms'] play-button button");
            ana.seeText("player-bar [data-field=title]", "Two Rooms");
            ana.type(".masthead-search input", "\uE007");
            ana.await("the page of its own", () -> ana.path().equals("/search") ? true : null);
            ana.seeText("#found", "Two Rooms");
            ana.see("player-bar[data-state=playing]");
            ana.type(".search-page input", "\uE010 xqzw");
            ana.see(".search-none");
            assertEquals("Two Rooms", ana.see("player-bar [data-field=title]").getText());
            assertEquals("[]", ana.complaints().toString());
        }
    }

    @Test
    void whatAnybodyTypesIsHarmless() {
        for (String typed :
                List.of("%00", "%25", "_", "%5C", "%3Cscript%3Ealert(1)%3C/script%3E", "x".repeat(6000), "%ff%fe")) {
            String page = server.get("/search?q=" + typed);
            assertTrue(page.contains("search-page"), typed + " got: " + page);
            assertTrue(!page.contains("<script>alert"), typed);
        }
        for (String page : List.of(
                "/tracks?page=-1",
                "/tracks?page=99999999999",
                "/releases?genre=x&year=%27&sort=%00",
                "/artists?letter=%22%3E&page=a",
                "/genres?page=0")) {
            assertTrue(server.get(page).contains("class=\"library\""), page);
        }
    }

    private static List<String> findings(Browser ana, List<String> pages) throws IOException {
        String axe = Files.readString(Path.of("node_modules/axe-core/axe.min.js"));
        List<String> findings = new ArrayList<>();
        for (String page : pages) {
            for (String theme : List.of("light", "dark")) {
                ana.open(server.url(page));
                ana.script(THEME, theme);
                ana.script(axe + "; arguments[0]()");
                for (int width : WIDTHS) {
                    look(ana, width).forEach(finding -> findings.add(page + " " + theme + " " + width + " " + finding));
                }
            }
        }
        return findings;
    }

    private static List<String> look(Browser ana, int width) {
        // As wide as asked for, which a window cannot always be.
        ana.showAs(width, HEIGHT);
        List<String> findings = new ArrayList<>();
        if (((Number) ana.value("document.scrollingElement.scrollWidth - innerWidth")).intValue() > 0) {
            findings.add("scrolls sideways");
        }
        if (EXTREMES.contains(width)) {
            for (Object finding : (List<?>) ana.script(AXE)) {
                findings.add(finding.toString());
            }
        }
        return findings;
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/artists",
                "/releases",
                "/tracks",
                "/genres",
                "/search",
                "/search?q=o",
                "/search?q=zzqx",
                "/releases?year=1901",
                "/playlists",
                "/playlists/smart/never",
                "/favourites",
                "/library",
                "/party",
                "/party/history",
                "/party-status",
                "/sign-in",
                "/set-up",
                "/nowhere"));
        link("/artists", "href=\"(/artists/\\d+)\"").ifPresent(artist -> {
            pages.add(artist);
            pages.add(artist + "/tracks");
        });
        link("/releases", "href=\"(/releases/\\d+)\"").ifPresent(pages::add);
        pages.add(link("/party/history", "href=\"(/party/history/[0-9a-f-]{36})\"")
                .orElseThrow());
        link("/genres", "href=\"(/genres/\\d+)\"").ifPresent(pages::add);
        return pages;
    }

    private static Optional<String> link(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(server.get(page))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
