package app.tutti.stories;

import static app.tutti.stories.PartyStory.anaPlaysTwoRooms;
import static app.tutti.stories.PartyStory.anaStartsAParty;
import static app.tutti.stories.PartyStory.brunoHears;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who takes part sees how the own connection is, and nobody else's. */
class ConnectionStory {
    @Test
    void hostAndListenerSeeTheirOwnNumbersRiseAndAStrangerSeesNone() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone();
                Browser carla = Browser.phone()) {
            anaPlaysTwoRooms(server, ana);
            bruno.open(anaStartsAParty(ana));
            brunoHears(bruno, "Two Rooms");

            ana.click("a[href='/party-debug']");
            rises(ana, "packetsIn");
            rises(ana, "browserPackets");
            ana.seeText("[data-field=address]", "127.0.0.1:");
            tellsCodecAndBothEnds(server, ana);
            ana.see(".connection-tab [data-action=toggle]");
            ana.seeText(".journal", "[party-host] Producer created successfully");
            String told = ana.see("[data-field=pair]").getText();
            assertTrue(told.contains(ana.see("[data-field=address]").getText().replaceFirst(".*:", ":")), told);
            Pictures.take(ana, "connection-host");
            assertFalse(ana.sees("[data-field=packetsOut]"), "nothing is sent to who hosts");

            bruno.click("a[href='/party-debug']");
            bruno.see("live-bar");
            tellsCodecAndBothEnds(server, bruno);
            bruno.seeText("[data-field=nowTitle]", "Two Rooms");
            rises(bruno, "packetsOut");
            rises(bruno, "browserPackets");
            assertFalse(
                    ana.see("[data-field=address]")
                            .getText()
                            .equals(bruno.see("[data-field=address]").getText()),
                    "each sees the own address");

            carla.open(server.url("/party-debug"));
            carla.see("[data-party=off]");
            carla.script("setTimeout(arguments[0], 2500)");
            assertFalse(carla.sees(".connection-one"), "two turns of asking brought nobody's numbers");
            assertFalse(carla.sees(".connection-tab"), "that tab takes no part in any party");
            Pictures.take(carla, "connection-none");
            carla.seeText("[data-party=off]", "No party is on in this browser");
            ana.script("open(location.href, '_blank', 'noopener'); arguments[0]()");
            ana.showOtherTab();
            rises(ana, "packetsIn");
            ana.see(".connection-tab p[data-tab=beside]");
            assertFalse(ana.sees(".journal"), "that happened in the other tab");
            assertFalse(ana.sees(".connection-tab [data-action=toggle]"), "what plays is in the other tab");
            Pictures.take(ana, "connection-elsewhere");
            picture(ana, "host-1280");
            picture(bruno, "listener-360");
            picture(carla, "none-360");
        }
    }

    private static void tellsCodecAndBothEnds(TuttiServer server, Browser browser) {
        browser.seeText("[data-field=codec]", "audio/opus 48000/2");
        browser.seeText("[data-field=pair]", " ↔ host 127.0.0.1:" + server.setting("TUTTI_RTC_PORT") + " udp");
        assertTrue(browser.see("[data-field=transportId]").getText().length() > 1, "the relay's own word for it");
    }

    private static void rises(Browser browser, String field) {
        long before = number(browser, field);
        browser.await(field + " rises", () -> number(browser, field) > before ? true : null);
        assertTrue(number(browser, field) > before);
    }

    private static long number(Browser browser, String field) {
        String digits = browser.see("[data-field=" + field + "]").getText().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static void picture(Browser browser, String name) {
        String folder = System.getenv("PICTURES");
        if (folder != null) {
            browser.screenshot(Path.of(folder, name + ".png"));
        }
    }
}
