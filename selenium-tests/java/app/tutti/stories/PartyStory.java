package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana plays a record; Bruno, somewhere else, hears it. Both have browsers as people have them. */
class PartyStory {
    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    void aFriendHearsWhatTheHostPlays() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            String invitation = anaStartsAParty(ana);

            bruno.open(invitation);
            brunoHears(bruno, "Two Rooms");
            bruno.await(
                    "left and right differ",
                    () -> Ears.at(bruno, "html > audio").hearStereo() ? true : null);
            brunoSeesTheTrackMove(bruno);
            bruno.see("[data-behind=known]");
            ana.seeText("[data-field=listenerCount]", "1");

            anaWalksThroughTheShop(ana);
            assertTrue(Ears.at(bruno, "html > audio").hearBothSides(), "page changes must not silence the party");
            assertEquals("true", ana.see("party-button [data-party=live]").getAttribute("aria-pressed"));

            brunoWalksThroughTheCatalogue(bruno, invitation);

            ana.click("player-bar [data-action=toggle]");
            bruno.see("party-listener [data-phase=hostPaused]");
            bruno.await("silence", () -> Ears.at(bruno, "html > audio").hearNothing() ? true : null);
            ana.click("player-bar [data-action=toggle]");
            bruno.see("party-listener [data-phase=live]");
            brunoHears(bruno, "Two Rooms");

            anaReloads(ana, bruno);

            ana.open(server.url("/party"));
            ana.see("[data-part=live]");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            ana.see("[data-part=idle]");
            bruno.see("party-listener [data-phase=ended]");
            ana.gone("party-button [data-party=live]");
            ana.await(
                    "nothing is left of it",
                    () -> Boolean.TRUE.equals(ana.value(
                                    "!Object.keys(sessionStorage).some((key) => key.startsWith('tutti.party'))"))
                            ? true
                            : null);
        }
    }

    @Test
    void aTabThatWasCopiedAsksBeforeItTakesTheParty() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(server, ana);
            anaStartsAParty(ana);
            ana.script("open(location.href); arguments[0]()");
            ana.showOtherTab();
            ana.see("[data-error=copy]");
            ana.click("party-continue button");
            ana.see("party-host [data-part=live]");
            ana.showOtherTab();
            ana.see("[data-error=takenOver]");
            ana.see("[data-part=idle]");
        }
    }

    /** Nobody has left the page, so that nothing marks it as this tab's own. */
    @Test
    void aTabThatCrashedTakesItsPartyUpByItself() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            String invitation = anaStartsAParty(ana);
            bruno.open(invitation);
            brunoHears(bruno, "Two Rooms");
            ana.script("""
                    addEventListener("pagehide", () => sessionStorage.removeItem("tutti.party.left"));
                    arguments[arguments.length - 1]();
                    """);
            ana.reload();
            ana.see("party-host [data-part=live]");
            assertEquals(invitation, ana.see("#invite-url").getDomProperty("value"), "it is the same party");
            bruno.see("party-listener [data-phase=hostReconnecting]");
            ana.click("party-continue button");
            brunoHears(bruno, "Two Rooms");
        }
    }

    @Test
    void whoeverLooksAtTheFirstPageFindsAPartyThatIsListedThere() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            ana.click("header a[href='/party']");
            ana.type("[data-start] input[name=name]", "Friday records");
            ana.click("[data-start] input[name=listed]");
            ana.click("[data-start] button");
            ana.see("[data-part=live]");

            bruno.open(server.url("/"));
            bruno.seeText(".list-card", "Two Rooms");
            bruno.click(".list-card a[href^='/party/']");
            brunoHears(bruno, "Two Rooms");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            bruno.see("party-listener [data-phase=ended]");
            bruno.open(server.url("/"));
            bruno.see(".shelf, release-shelf");
            assertFalse(bruno.sees(".list-card a[href^='/party/']"), "it is over");
        }
    }

    @Test
    void theyTalkAndAskForTracks() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            bruno.open(anaStartsAParty(ana));
            brunoHears(bruno, "Two Rooms");
            bruno.type("form[data-name] input", "Bruno");
            bruno.click("form[data-name] button");
            ana.seeText("p[data-field=names]", "Bruno");

            bruno.type("form[data-say] input", "Louder, <b>please</b>!");
            bruno.click("form[data-say] button");
            ana.seeText("[data-log] li", "Bruno");
            ana.seeText("[data-log] [data-field=words]", "Louder, <b>please</b>!");
            ana.type("form[data-say] input", "As you wish");
            ana.click("form[data-say] button");
            bruno.seeText("[data-log] li:last-child [data-by=host]", "Host");
            ana.click("button[data-reaction=heart]");
            bruno.see(".reacted");

            assertFalse(bruno.sees("party-request"), "until the host wants it");
            ana.click("input[name=requests]");
            bruno.type("party-request input", "satellites");
            bruno.click("party-request li button");
            ana.seeText("party-wishes li", "Slow Satellites");
            ana.seeText("party-wishes li", "Bruno");
            ana.click("party-wishes [data-action=accept]");
            bruno.see("[data-told=accepted]");
            ana.gone("party-wishes li");
            ana.click("player-bar [data-action=next]");
            brunoHears(bruno, "Slow Satellites");

            ana.click("input[name=chat]");
            bruno.see("p[data-chat=off]");
            assertFalse(bruno.sees("form[data-say]"));
        }
    }

    @Test
    void aPasswordIsNeededBesideTheLink() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            ana.click("header a[href='/party']");
            ana.type("[data-start] input[name=name]", "Lantern night");
            ana.type("[data-start] input[name=password]", "lantern");
            ana.click("[data-start] button");
            ana.see("[data-part=live]");
            anaSeesWhoCanCome(ana);
            Pictures.take(ana, "host-locked");
            bruno.open(ana.see("#invite-url").getDomProperty("value"));
            bruno.type("form[data-password] input", "lamp");
            bruno.click("form[data-password] button");
            bruno.see("p[data-phase=wrongPassword]");
            assertFalse(bruno.sees("party-together"));
            bruno.type("form[data-password] input", "lantern");
            bruno.click("form[data-password] button");
            brunoHears(bruno, "Two Rooms");
            bruno.reload();
            brunoHears(bruno, "Two Rooms");
            ana.reload();
            anaSeesWhoCanCome(ana);
            ana.see("party-continue");
            ana.seeText("[data-music]", "Continue the party");
            Pictures.take(ana, "host-continue");
            ana.click("party-continue button");
            ana.gone("[data-music]");
        }
    }

    private static void anaSeesWhoCanCome(Browser ana) {
        ana.seeText("[data-part=live] h1", "Lantern night");
        ana.seeText(".party-access", "With a password");
        ana.seeText(".invite .hint", "need the password");
        assertFalse(
                ana.see(".invite").getText().contains("Whoever has the link can listen"), "not without the password");
    }

    @Test
    void pausingHereIsNobodyElsesBusiness() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            bruno.open(anaStartsAParty(ana));
            brunoHears(bruno, "Two Rooms");

            bruno.click("party-listener [data-action=pause]");
            bruno.see("party-listener [data-action=play]");
            ana.click("player-bar [data-action=toggle]");
            bruno.see("party-listener [data-phase=hostPaused]");
            ana.click("player-bar [data-action=toggle]");
            bruno.see("party-listener [data-phase=live]");
            assertEquals(true, bruno.value("document.querySelector('html > audio').paused"));

            bruno.click("party-listener [data-action=play]");
            bruno.await(
                    "sound again",
                    () -> Boolean.FALSE.equals(bruno.value("document.querySelector('html > audio').paused"))
                            ? true
                            : null);
        }
    }

    /** As a phone call does. */
    @Test
    void thePartyGoesOnAfterAnInterruption() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            bruno.open(anaStartsAParty(ana));
            brunoHears(bruno, "Two Rooms");
            ana.script("""
                    const done = arguments[arguments.length - 1];
                    import("/js/app.js").then(async ({ sound }) => {
                      window.states = [];
                      sound.context.addEventListener("statechange", () => window.states.push(sound.context.state));
                      await sound.context.suspend();
                      done();
                    });
                    """);
            ana.await(
                    "sound goes on", () -> ana.value("window.states.join()").equals("suspended,running") ? true : null);
            brunoHears(bruno, "Two Rooms");
        }
    }

    @Test
    void aLinkToNothingSaysSo() {
        try (Browser bruno = Browser.phone()) {
            bruno.open(server.url("/party/00000000-0000-4000-8000-000000000000"));
            bruno.see("[data-phase=unknown]");
            bruno.seeText("h1", "nothing to hear here");
            assertFalse(bruno.sees("party-listener [data-action=listen]"));
        }
    }

    static void anaPlaysTwoRooms(TuttiServer server, Browser ana) {
        String page = server.pageOf("Two Rooms");
        server.queueNothing();
        ana.open(server.url("/"));
        ana.click("main a.card-title[href='" + page + "']");
        ana.click("tr[data-title='Two Rooms'] play-button button");
        ana.seeText("player-bar [data-field=title]", "Two Rooms");
    }

    static String anaStartsAParty(Browser ana) {
        ana.click("party-button a");
        ana.click("[data-start] button");
        ana.see("[data-part=live]");
        return ana.see("#invite-url").getDomProperty("value");
    }

    /** A browser that was never tapped refuses sound; then there is the one button. */
    static void brunoHears(Browser bruno, String title) {
        bruno.see("party-listener [data-phase=live]");
        bruno.await("either sound or the button", () -> {
            if (bruno.sees("party-listener [data-action=listen]")) {
                bruno.click("party-listener [data-action=listen]");
            }
            return Ears.at(bruno, "html > audio").hearBothSides() ? true : null;
        });
        bruno.seeText("party-listener h1[data-field=title]", title);
    }

    /** The party goes on around it. */
    private static void brunoWalksThroughTheCatalogue(Browser bruno, String invitation) {
        bruno.click("header a[href='/releases']");
        bruno.at("/releases");
        bruno.seeText("live-bar .live-track", "Two Rooms");
        bruno.see("live-bar [data-phase=live]");
        assertTrue(Ears.at(bruno, "html > audio").hearBothSides(), "page changes must not silence the party");
        bruno.click("live-bar [data-action=pause]");
        bruno.see("live-bar [data-action=play]");
        bruno.click("live-bar [data-action=play]");
        bruno.see("live-bar [data-action=pause]");
        bruno.click("live-bar a");
        bruno.await("the party's page", () -> invitation.endsWith(bruno.path()) ? true : null);
        bruno.see("party-listener [data-phase=live]");
        bruno.gone("live-bar");
    }

    private static void brunoSeesTheTrackMove(Browser bruno) {
        double before = position(bruno);
        bruno.await("the position advances", () -> position(bruno) > before + 1 ? true : null);
    }

    private static double position(Browser bruno) {
        return ((Number) bruno.value("document.querySelector('party-listener progress').value")).doubleValue();
    }

    private static void anaWalksThroughTheShop(Browser ana) {
        // Turbo may show a page as it was before, until the page itself is there.
        ana.script("window.shown = []; addEventListener('turbo:load', () => window.shown.push(location.pathname));"
                + " arguments[0]()");
        List<String> pages = List.of("/artists", "/releases", "/", "/party");
        for (String path : pages) {
            ana.click("header a[href='" + path + "']");
            ana.await("the page is " + path, () -> path.equals(ana.value("window.shown.at(-1)")) ? true : null);
        }
        assertEquals(pages, ana.value("window.shown"));
        ana.see("party-host [data-part=live]");
        ana.see("[data-qr]");
        ana.type("form[data-say] input", "I am back");
        ana.click("form[data-say] button");
        ana.seeText("[data-log] li:last-child", "I am back");
    }

    private static void anaReloads(Browser ana, Browser bruno) {
        ana.reload();
        bruno.see("party-listener [data-phase=hostReconnecting]");
        ana.see("party-continue");
        double before = position(bruno);
        ana.click("party-continue button");
        bruno.see("party-listener [data-phase=live]");
        brunoHears(bruno, "Two Rooms");
        assertTrue(position(bruno) >= before - 2, "the track goes on from where it was");
        ana.gone("party-continue");
    }
}
