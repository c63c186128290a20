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
    private static String page;

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
        // While nobody needs an account there.
        page = home.pageOf("Two Rooms");
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
            anaSignsIn(ana);
            String invitation = anaHosts(ana);
            assertTrue(invitation.startsWith(everybodys.url("/party/")), invitation);
            bruno.open(invitation);
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.seeText("[data-field=listenerCount]", "1");
            brunoSeesTheCover(bruno);

            everybodys.kill();
            bruno.see("party-listener [data-phase=reconnecting]");
            everybodys.start();
            PartyStory.brunoHears(bruno, "Two Rooms");
            brunoSeesTheCover(bruno);

            ana.reload();
            bruno.see("party-listener [data-phase=hostReconnecting]");
            ana.click("party-continue button");
            PartyStory.brunoHears(bruno, "Two Rooms");

            ana.open(atHome("/party"));
            ana.see("[data-part=live]");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            bruno.see("party-listener [data-phase=ended]");
        }
    }

    @Test
    void whoeverIsThereListensByThemselvesAndLooksAround() {
        try (Browser ana = Browser.desktop();
                Browser carla = Browser.phone()) {
            carla.open(everybodys.url("/artists"));
            carla.gone("live-bar");
            anaSignsIn(ana);
            anaHosts(ana);
            carla.see("live-bar [data-phase=live]");
            carla.await("sound", () -> {
                if (carla.sees("live-bar [data-action=listen]")) {
                    carla.click("live-bar [data-action=listen]");
                }
                return Ears.at(carla, "html > audio").hearBothSides() ? true : null;
            });
            carla.seeText("live-bar", "Two Rooms");
            carla.click("header a[href='/releases']");
            carla.at("/releases");
            assertTrue(Ears.at(carla, "html > audio").hearBothSides(), "the party plays on from page to page");

            ana.open(atHome("/party"));
            ana.click("party-continue button");
            ana.seeText(".party-access", "first page of " + everybodys.url("").replace("http://", ""));
            ana.click("input[name=requests]");
            carla.click("live-bar a");
            carla.type("party-request input", "satellites");
            carla.click("party-request li button");
            ana.seeText("party-wishes li", "Slow Satellites");
            ana.click("party-wishes [data-action=accept]");
            carla.see("[data-told=accepted]");
            ana.click("player-bar [data-action=next]");
            carla.seeText("party-listener h1", "Slow Satellites");

            carla.click("header a[href='/releases']");
            carla.click("live-bar [data-action=leave]");
            carla.gone("live-bar");
            carla.reload();
            carla.see("main h1");
            assertFalse(carla.sees("live-bar"), "who has left is left in peace");
            carla.open(everybodys.url("/"));
            carla.seeText("main .invitation", "Look through the records");
            assertFalse(carla.see("main").getText().contains("Start a party"), "which a guest cannot do");
            Pictures.take(carla, "home-guest");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            ana.see("[data-part=idle]");
        }
    }

    @Test
    void whoeverIsThereChoosesAmongTheParties() {
        try (Browser ana = Browser.desktop();
                Browser davi = Browser.desktop();
                Browser carla = Browser.phone()) {
            anaSignsIn(ana);
            anaHosts(ana);
            carla.open(everybodys.url("/releases"));
            carla.see("live-bar [data-phase=live]");
            carla.seeText("live-bar .live-track", "Two Rooms");
            assertFalse(carla.sees("[data-action=choose]"), "there is but one");
            String anas = carla.see("live-bar a").getAttribute("href");

            anaSignsIn(davi);
            davi.open(atHome("/tracks"));
            davi.click("tr[data-title='Slow Satellites'] play-button button");
            davi.seeText("player-bar [data-field=title]", "Slow Satellites");
            davi.click("party-button a");
            davi.type("[data-start] input[name=name]", "Late records");
            davi.click("[data-start] button");
            davi.see("[data-part=live]");
            carla.reload();
            carla.see("live-bar [data-phase=live]");
            listensTo(carla, anas);
            carla.await("the choice, after the tap that the browser wants", () -> {
                if (carla.sees("live-bar [data-action=listen]")) {
                    carla.click("live-bar [data-action=listen]");
                }
                return carla.sees("[data-action=choose]") ? true : null;
            });
            carla.click("[data-action=choose]");
            carla.seeText(".live-choice", "Late records");
            carla.seeText(".live-choice", "Slow Satellites");
            Pictures.take(carla, "live-choices");
            carla.click(".live-choice");
            carla.seeText("live-bar .live-track", "Slow Satellites");
            carla.await("sound", () -> {
                if (carla.sees("live-bar [data-action=listen]")) {
                    carla.click("live-bar [data-action=listen]");
                }
                return Ears.at(carla, "html > audio").hearBothSides() ? true : null;
            });

            anaEnds(davi);
            carla.see("live-bar [data-phase~=ended]");
            carla.seeText("live-bar .live-track", "Late records");
            carla.click("header a[href='/artists']");
            listensTo(carla, anas);
            anaEnds(ana);
            carla.see("live-bar [data-phase~=ended]");
            carla.click("live-bar [data-action=dismiss]");
            carla.gone("live-bar");
        }
    }

    /** Whichever track it is at meanwhile. */
    private static void listensTo(Browser listener, String party) {
        listener.await(
                "the party is " + party,
                () -> party.equals(listener.see("live-bar a").getAttribute("href")) ? true : null);
    }

    private static void anaEnds(Browser host) {
        host.open(atHome("/party"));
        host.click("[data-action=ask-end]");
        host.click("dialog [data-action=end]");
        host.see("[data-part=idle]");
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
    void anaReadsWhichTrackIsNotTakenThere() {
        try (Browser ana = Browser.desktop()) {
            anaSignsIn(ana);
            // No scan makes such a title.
            home.ask("update track set title = title || repeat('!', 500) where title = 'Last Tram' returning id");
            ana.open(atHome("/library"));
            ana.click("[data-action=scan]");
            ana.await("it is said", () -> {
                ana.open(atHome("/library"));
                return ana.sees("[data-push=untold]") ? true : null;
            });
            ana.click("[data-push=untold] summary");
            ana.seeText("[data-push=untold] li", "Last Tram!!!");
            ana.seeText("[data-push=done]", everybodys.url(""));

            home.ask("update track set title = 'Last Tram' where title like 'Last Tram%' returning id");
            ana.click("[data-action=scan]");
            ana.await("it is taken", () -> {
                ana.open(atHome("/library"));
                return ana.sees("[data-push=untold]") ? null : true;
            });
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

    /** Whichever story comes first has set her up. */
    private static void anaSignsIn(Browser ana) {
        ana.open(atHome("/set-up"));
        if (ana.path().equals("/set-up")) {
            anaSetsUpAndLooksAtTheLibrary(ana);
        } else {
            ana.open(atHome("/sign-in"));
            ana.type("input[name=name]", "Ana Terra");
            ana.type("input[name=password]", "three old records");
            ana.click(".entry-form button[type=submit]");
            ana.see(".account-menu");
        }
    }

    private static void anaSetsUpAndLooksAtTheLibrary(Browser ana) {
        ana.open(atHome("/set-up"));
        ana.type("input[name=code]", home.setUpCode());
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

    private static String anaHosts(Browser ana) {
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
