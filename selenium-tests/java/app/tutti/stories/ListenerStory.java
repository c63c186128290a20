package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Bruno looks around in Ana's catalogue while he listens to her party, with a bar at the foot of each page. */
class ListenerStory {
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
    void aReloadedPageFindsThePartyAgainUntilItIsLeft() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            brunoLooksAround(ana, bruno);
            bruno.reload();
            barSounds(bruno);
            bruno.seeText("live-bar", "Two Rooms");

            bruno.click("live-bar [data-action=pause]");
            bruno.see("live-bar [data-action=play]");
            bruno.reload();
            bruno.see("live-bar [data-phase=live]");
            bruno.see("live-bar [data-action=play]");
            assertEquals(true, bruno.value("document.querySelector('html > audio').paused"));

            bruno.click("live-bar [data-action=leave]");
            bruno.gone("live-bar");
            bruno.reload();
            bruno.see("main h1");
            assertEquals(null, bruno.value("sessionStorage.getItem('tutti.listener.session')"));
            assertFalse(bruno.sees("live-bar"), "who has left is left in peace");
        }
    }

    @Test
    void theEndIsSaidWhereverOneIs() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            brunoLooksAround(ana, bruno);
            anaEnds(ana);
            bruno.seeText("live-bar", "The party is over");
            Pictures.take(bruno, "live-over");
            bruno.reload();
            bruno.seeText("live-bar", "The party is over");
            bruno.click("header a[href='/artists']");
            bruno.at("/artists");
            bruno.seeText("live-bar a", "What was played");
            bruno.click("live-bar a");
            bruno.seeText(".played", "Two Rooms");
            bruno.gone("live-bar");

            bruno.click("header a[href='/artists']");
            bruno.at("/artists");
            assertFalse(bruno.sees("live-bar"), "it has been seen");
        }
    }

    @Test
    void theWordsOfTheEndGoWhenTheyAreDismissed() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            brunoLooksAround(ana, bruno);
            anaEnds(ana);
            bruno.see("live-bar [data-phase~=ended]");
            bruno.click("live-bar [data-action=dismiss]");
            bruno.gone("live-bar");
            bruno.reload();
            bruno.see("main h1");
            assertEquals(null, bruno.value("sessionStorage.getItem('tutti.listener.session')"));
            assertFalse(bruno.sees("live-bar"));
        }
    }

    @Test
    void theBarIsMutedAndMadeQuieter() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.desktop()) {
            brunoLooksAround(ana, bruno);
            bruno.see("live-bar [data-action=mute][aria-pressed=false]");
            bruno.click("live-bar [data-action=mute]");
            bruno.see("live-bar [data-action=mute][aria-pressed=true]");
            assertEquals(true, bruno.value("document.querySelector('html > audio').muted"));
            bruno.slide("live-bar [data-slider=volume]", 0.25);
            bruno.see("live-bar [data-action=mute][aria-pressed=false]");
            assertEquals(0.25, bruno.value("document.querySelector('html > audio').volume"));
            Pictures.take(bruno, "live-volume");
            bruno.click("live-bar [data-action=mute]");

            bruno.click("live-bar a");
            bruno.see("party-listener [data-phase=live]");
            bruno.see("party-listener [data-action=mute][aria-pressed=true]");
            bruno.click("party-listener [data-action=mute]");
            bruno.see("party-listener [data-action=mute][aria-pressed=false]");
            assertEquals(
                    "0.25", bruno.see("party-listener [data-slider=volume]").getDomProperty("value"));
        }
    }

    @Test
    void theKeyboardKeepsItsPlaceWhenButtonsTakeTurns() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.desktop()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            ana.click("header a[href='/party']");
            ana.type("[data-start] input[name=password]", "lantern");
            ana.click("[data-start] button");
            ana.see("[data-part=live]");
            bruno.open(ana.see("#invite-url").getDomProperty("value"));
            bruno.type("form[data-password] input", "lamp");
            bruno.press(Keys.ENTER);
            bruno.see("p[data-phase=wrongPassword]");
            hasFocus(bruno, "form[data-password] input[aria-invalid=true]");
            bruno.press("lantern" + Keys.ENTER);
            bruno.see("party-listener [data-phase=live]");
            hasFocus(bruno, "party-listener .party-controls button");
            PartyStory.brunoHears(bruno, "Two Rooms");

            bruno.value("document.querySelector('party-listener [data-action=pause]').focus()");
            for (String next : new String[] {"play", "pause"}) {
                bruno.press(Keys.SPACE);
                hasFocus(bruno, "party-listener [data-action=" + next + "]");
            }
            bruno.click("header a[href='/releases']");
            bruno.see("live-bar [data-action=pause]");
            bruno.value("document.querySelector('live-bar [data-action=pause]').focus()");
            for (String next : new String[] {"play", "pause"}) {
                bruno.press(Keys.SPACE);
                hasFocus(bruno, "live-bar [data-action=" + next + "]");
            }
            bruno.value("document.querySelector('live-bar [data-action=leave]').focus()");
            bruno.press(Keys.ENTER);
            bruno.gone("live-bar");
            hasFocus(bruno, "main");
        }
    }

    @Test
    void longWordsStayInThePage() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            String word = "Donaudampfschifffahrtsgesellschaftskapitaenskajuetenschluessel";
            ana.open(server.url("/party"));
            ana.type("[data-start] input[name=name]", word);
            ana.click("[data-start] input[name=listed]");
            ana.click("[data-start] button");
            ana.see("[data-part=live]");

            bruno.open(server.url("/"));
            bruno.seeText(".list-card", word);
            fits(bruno);
            bruno.click(".list-card a[href^='/party/']");
            bruno.see("party-listener [data-phase=waiting]");
            assertFalse(bruno.sees("party-listener [data-phase=hostPaused]"), "nothing was there to be paused");
            bruno.seeText("party-listener .party-name", word);
            fits(bruno);
            bruno.value("document.querySelector('h1[data-track=unknown]').textContent = '" + word + "'");
            Pictures.take(bruno, "listener-long");
            fits(bruno);
            bruno.showAs(1280, 800);
            fits(bruno);
        }
    }

    @Test
    void ofTwoTabsTheOneThatWasAskedLastIsHeard() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.thatMaySound()) {
            brunoLooksAround(ana, bruno);
            bruno.script("open('/releases'); arguments[0]()");
            bruno.showOtherTab();
            barSounds(bruno);
            bruno.showOtherTab();
            bruno.see("live-bar [data-action=play]");
            assertEquals(true, bruno.value("document.querySelector('html > audio').paused"));
        }
    }

    private static void brunoLooksAround(Browser ana, Browser bruno) {
        PartyStory.anaPlaysTwoRooms(server, ana);
        bruno.open(PartyStory.anaStartsAParty(ana));
        PartyStory.brunoHears(bruno, "Two Rooms");
        bruno.click("header a[href='/releases']");
        bruno.at("/releases");
        bruno.see("live-bar [data-phase=live]");
    }

    /** A browser that was never tapped refuses sound; then there is the one button. */
    static void barSounds(Browser listener) {
        listener.await("sound", () -> {
            if (listener.sees("live-bar [data-action=listen]")) {
                listener.click("live-bar [data-action=listen]");
            }
            return Ears.at(listener, "html > audio").hearBothSides() ? true : null;
        });
    }

    private static void anaEnds(Browser ana) {
        ana.open(server.url("/party"));
        ana.click("[data-action=ask-end]");
        ana.click("dialog [data-action=end]");
        ana.see("[data-part=idle]");
    }

    private static void hasFocus(Browser browser, String css) {
        browser.await(
                css + " has the focus",
                () -> Boolean.TRUE.equals(browser.value("document.activeElement.matches('" + css + "')"))
                        ? true
                        : null);
    }

    private static void fits(Browser browser) {
        assertTrue(
                Boolean.TRUE.equals(browser.value("[...document.querySelectorAll('main, main *')].every((part) => "
                        + "!part.checkVisibility() || part.getBoundingClientRect().right <= innerWidth + 1)")),
                "something reaches out of the page");
    }
}
