package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ana's party is over; what was played stays. */
class HistoryStory {
    @Test
    void whatWasPlayedIsToldAtTheEndAndKept() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            ana.open(server.url("/party/history"));
            ana.see(".empty a[href='/party']");
            Pictures.take(ana, "history-empty");

            PartyStory.anaPlaysTwoRooms(server, ana);
            ana.click("party-button a");
            ana.type("[data-start] input[name=name]", "Friday records");
            ana.click("[data-start] button");
            ana.see("[data-part=live]");
            bruno.open(ana.see("#invite-url").getDomProperty("value"));
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.click("player-bar [data-action=next]");
            String second = ana.await("another track", () -> {
                String title = ana.see("player-bar [data-field=title]").getText();
                return title.equals("Two Rooms") ? null : title;
            });
            PartyStory.brunoHears(bruno, second);
            assertFalse(bruno.sees(".party-played"), "while it goes on");
            ana.await(
                    "the status says so",
                    () -> server.get("/party-status").contains("live: 1\nlisteners: 1\n") ? true : null);

            ana.open(server.url("/party/history"));
            ana.see(".empty");
            ana.open(server.url("/party"));
            ana.see("[data-part=live]");
            Pictures.take(ana, "party-live");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            bruno.see("[data-phase=ended]");
            bruno.seeText(".party-played li:nth-child(1)", "Two Rooms");
            bruno.seeText(".party-played li:nth-child(2)", second);
            Pictures.take(bruno, "party-over");

            ana.click("[data-part=idle] a[href='/party/history']");
            ana.seeText(".past-party", "Friday records");
            ana.seeText(".past-party", "2 tracks");
            Pictures.take(ana, "history");
            ana.click(".past-party");
            ana.seeText(".played li:nth-child(2)", second);
            String told = ana.see(".curve svg").getDomAttribute("aria-label");
            assertTrue(told.startsWith("Most of them at ") && told.contains(": 1."), told);
            assertEquals(
                    "none",
                    ana.value("getComputedStyle(document.querySelector('.past-head span + span'), '::before').content"),
                    "one dot between two numbers is enough");
            Pictures.take(ana, "past-party");
            ana.open(server.url("/party-status"));
            ana.see(".status");
            Pictures.take(ana, "party-status");
            assertEquals("[]", ana.complaints().toString());
        }
    }
}
