package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.stories.Connections.Repair;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana's network goes away in the middle of her party, and comes back. */
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
