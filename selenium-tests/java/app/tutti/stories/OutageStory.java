package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.stories.Connections.Repair;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network goes away, or the server does, in the middle of the music; and comes back. */
class OutageStory {
    private static final long OUTAGE_SECONDS = 30;
    private static final System.Logger LOG = System.getLogger(OutageStory.class.getName());

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
    void thePartyGoesOnWhenTheHostsNetworkIsBack() {
        String media = server.setting("TUTTI_RTC_PORT");
        try (LossyPath path = new LossyPath(Integer.parseInt(media), 0, 5);
                CutWire wire = new CutWire(Integer.parseInt(server.setting("TUTTI_PORT")));
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            Connections.of(ana, media, path.port(), Repair.NACK);
            ana.open("http://localhost:" + wire.port() + "/");
            ana.click("release-shelf .card-play button");
            String invitation = PartyStory.anaStartsAParty(ana);
            bruno.open(server.url(invitation.substring(invitation.indexOf("/party/"))));
            bruno.see("party-listener [data-phase=live]");
            hears(bruno);

            long cutAt = System.nanoTime();
            path.cut(true);
            wire.cut(true);
            bruno.see("party-listener [data-phase=hostReconnecting]");
            LOG.log(System.Logger.Level.INFO, "the listener read it after " + milliseconds(cutAt) + " ms");
            bruno.patient((int) OUTAGE_SECONDS + 10);
            bruno.script("setTimeout(arguments[1], arguments[0])", OUTAGE_SECONDS * 1000 - milliseconds(cutAt));

            long backAt = System.nanoTime();
            path.cut(false);
            wire.cut(false);
            // What a browser is told by its system when there is a network again.
            ana.script("dispatchEvent(new Event('online')); arguments[arguments.length - 1]()");
            hears(bruno);
            LOG.log(System.Logger.Level.INFO, "the listener heard again after " + milliseconds(backAt) + " ms");
            bruno.see("party-listener [data-phase=live]");
            ana.see("party-button [data-party=live]");
            assertEquals(invitation, ana.see("#invite-url").getDomProperty("value"), "it is the same party");
        }
    }

    @Test
    void aPageThatCannotBeHadComesByItselfAndTheMusicGoesOn() {
        try (CutWire wire = new CutWire(Integer.parseInt(server.setting("TUTTI_PORT")));
                Browser ana = Browser.desktop()) {
            anaPlays(ana, wire, "Two Rooms");
            ana.script("window.here = 'still'; arguments[0]()");
            String page = ana.path();

            wire.broken(true);
            ana.click("header a[href='/artists']");
            ana.see("away-line [data-away=page]");
            assertEquals(page, ana.path(), "the page before is there");
            double before = seconds(ana);
            ana.await("the music goes on", () -> seconds(ana) > before + 1 ? true : null);

            wire.broken(false);
            ana.seeText("h1", "Artists");
            ana.gone("away-line [data-away=page]");
            assertEquals("still", ana.value("window.here"), "it is the same document");
            double then = seconds(ana);
            ana.await("the music goes on", () -> seconds(ana) > then + 1 ? true : null);
        }
    }

    @Test
    void whatCannotBeSentStaysAsItWasWritten() {
        try (CutWire wire = new CutWire(Integer.parseInt(server.setting("TUTTI_PORT")));
                Browser ana = Browser.desktop()) {
            ana.open("http://localhost:" + wire.port() + "/playlists");
            ana.script("window.here = 'still'; arguments[0]()");
            ana.type("form[action='/playlists'] input[name=name]", "Night ferry");

            wire.broken(true);
            ana.click("form[action='/playlists'] button");
            ana.see("away-line [data-away=form]");
            assertEquals(
                    "Night ferry",
                    ana.value("document.querySelector('form[action=\"/playlists\"] input[name=name]').value"));

            wire.broken(false);
            ana.click("form[action='/playlists'] button");
            ana.seeText("h1", "Night ferry");
            assertEquals("still", ana.value("window.here"), "it is the same document");
        }
    }

    private static void anaPlays(Browser ana, CutWire wire, String title) {
        ana.open("http://localhost:" + wire.port() + server.pageOf(title));
        ana.click("tr[data-title='" + title + "'] play-button button");
        ana.await("it plays", () -> seconds(ana) > 0 ? true : null);
    }

    private static double seconds(Browser browser) {
        return Double.parseDouble(
                String.valueOf(browser.value("document.querySelector('player-bar [data-slider=seek]').value")));
    }

    private static void hears(Browser bruno) {
        bruno.await("sound", () -> {
            if (bruno.sees("party-listener [data-action=listen]")) {
                bruno.click("party-listener [data-action=listen]");
            }
            return Ears.at(bruno, "html > audio").hearBothSides() ? true : null;
        });
    }

    private static long milliseconds(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }
}
