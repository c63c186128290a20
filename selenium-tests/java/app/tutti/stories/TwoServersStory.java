package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana's music is at home, at http://localhost; her friends come to a public server, which has none of it. */
class TwoServersStory {
    private static final String KEY = "thirty-two characters at the very least, and some more";

    private static TuttiServer home;
    private static TuttiServer everybodys;

    @BeforeAll
    static void bothRun() {
        home = TuttiServer.notStarted();
        everybodys = TuttiServer.notStarted()
                .with("TUTTI_PARTY_ROLE", "listener")
                .with("TUTTI_HOST_KEY", KEY)
                .with("TUTTI_PARTY_ORIGINS", atHome(""));
        home.with("TUTTI_URL", atHome("")).with("TUTTI_HOST_KEY", KEY).with("TUTTI_PARTY_URL", everybodys.url(""));
        everybodys.start();
        home.start();
    }

    @AfterAll
    static void bothStop() {
        String logs = home.log() + everybodys.log();
        home.close();
        everybodys.close();
        assertFalse(logs.contains(KEY), "the key is in a log");
    }

    @Test
    void whatAnaPlaysAtHomeIsHeardAtThePublicServer() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            String page = home.pageOf("Two Rooms");
            anaSetsUpAndLooksAtTheLibrary(ana);
            String invitation = anaHosts(ana, page);
            assertTrue(invitation.startsWith(everybodys.url("/party/")), invitation);
            bruno.open(invitation);
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.seeText("[data-field=listenerCount]", "1");
            brunoSeesTheCover(bruno);

            ana.reload();
            bruno.see("[data-phase=hostPaused]");
            ana.click("party-continue button");
            PartyStory.brunoHears(bruno, "Two Rooms");

            ana.open(atHome("/party"));
            ana.see("[data-part=live]");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            bruno.see("[data-phase=ended]");
        }
    }

    @Test
    void nobodyElseStartsAPartyThere() {
        try (Browser carla = Browser.desktop()) {
            carla.open(everybodys.url("/"));
            assertFalse(carla.sees("party-button"), "whoever visits is a listener");
            assertEquals("forbidden", createSession(carla, everybodys.url("")));
        }
    }

    @Test
    void friendsBrowseAnasRecordsThereAndPlayNone() {
        try (Browser bruno = Browser.phone()) {
            bruno.open(everybodys.url(everybodys.pageOf("Two Rooms")));
            bruno.see("tr[data-title='Two Rooms']");
            assertFalse(bruno.sees("play-button"), "nobody plays here");
            bruno.await(
                    "the record has its cover",
                    () -> Boolean.TRUE.equals(bruno.value("[...document.querySelectorAll('main img')].some("
                                    + "(image) => image.complete && image.naturalWidth > 50)"))
                            ? true
                            : null);
            assertEquals(403L, bruno.script("""
                    const [row, done] = arguments;
                    const { track } = document.querySelector(row).dataset;
                    fetch(`/api/tracks/${track}/audio`).then(({ status }) => done(status));
                    """, "tr[data-title='Two Rooms']"));
        }
    }

    private static void anaSetsUpAndLooksAtTheLibrary(Browser ana) {
        ana.open(atHome("/set-up"));
        ana.type("input[name=name]", "Ana Terra");
        ana.type("input[name=password]", "three old records");
        ana.click(".entry-form button[type=submit]");
        ana.see(".account-menu");
        ana.await("everything is told", () -> {
            ana.open(atHome("/library"));
            return ana.sees("[data-push=done]") ? true : null;
        });
        ana.seeText("[data-push=done]", everybodys.url(""));
    }

    private static String anaHosts(Browser ana, String page) {
        ana.open(atHome("/"));
        ana.click("main a.card-title[href='" + page + "']");
        ana.click("tr[data-title='Two Rooms'] play-button button");
        ana.seeText("player-bar [data-field=title]", "Two Rooms");
        return PartyStory.anaStartsAParty(ana);
    }

    /** Made anew by the public server, from what Ana's page has sent it. */
    private static void brunoSeesTheCover(Browser bruno) {
        bruno.await(
                "the cover is there",
                () -> Boolean.TRUE.equals(bruno.value("(() => { const cover = document.querySelector("
                                + "'party-listener img[data-cover]'); return cover.complete"
                                + " && cover.naturalWidth > 100"
                                + " && new URL(cover.src).pathname.startsWith('/api/party/'); })()"))
                        ? true
                        : null);
    }

    /** As a page's script can; the answer's code, or what it was in place of a refusal. */
    private static Object createSession(Browser browser, String server) {
        return browser.script("""
                const [server, done] = arguments;
                const socket = new WebSocket(`${server.replace("http", "ws")}/ws/party`);
                socket.onopen = () => socket.send(JSON.stringify({ type: "createSession" }));
                socket.onmessage = ({ data }) => done(JSON.parse(data).code ?? JSON.parse(data).type);
                socket.onclose = () => done("closed");
                """, server);
    }

    private static String atHome(String path) {
        return "http://localhost:" + home.setting("TUTTI_PORT") + path;
    }
}
