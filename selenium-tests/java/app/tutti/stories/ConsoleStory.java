package app.tutti.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a party says on the console, for who looks into it: word for word, other programs read it. */
class ConsoleStory {
    private static final String CAPTURES = "[party-host] Creating new audio capture";
    private static final String CAPTURES_AGAIN = "[party-host] Reusing existing audio capture";
    private static final String CREATES = "[party-host] Creating new producer";
    private static final String CREATED = "[party-host] Producer created successfully";
    private static final String ACTIVE = "[party-host] Producer already active";
    private static final String ON_MOUNT = "[party-host] Session active on mount, ensuring producer";
    private static final String RECONNECTS = "[party-host] Session active but disconnected, reconnecting...";
    private static final String CONSUMES = "[party-listener] Consumer created";

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
    void aPartyThatIsStartedBeforeThereIsMusic() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            ana.open(server.url(server.pageOf("Two Rooms")));
            String invitation = PartyStory.anaStartsAParty(ana);
            ana.open(server.url(server.pageOf("Two Rooms")));
            said(ana, RECONNECTS, ON_MOUNT);
            ana.click("tr[data-title='Two Rooms'] play-button button");
            said(ana, CREATES, CAPTURES, CREATED);

            bruno.open(invitation);
            said(bruno, CONSUMES);
            ana.click("player-bar [data-action=toggle]");
            ana.see("player-bar[data-state=paused]");
            ana.click("player-bar [data-action=toggle]");
            said(ana, ACTIVE);
            bruno.reload();
            said(bruno, CONSUMES);
        }
    }

    @Test
    void aPartyThatIsStartedWhileMusicPlays() {
        try (Browser ana = Browser.desktop()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            PartyStory.anaStartsAParty(ana);
            said(ana, CREATES, CAPTURES, CREATED);
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            ana.see("[data-part=idle]");
            PartyStory.anaStartsAParty(ana);
            said(ana, CREATES, CAPTURES_AGAIN, CREATED);

            ana.reload();
            said(ana, RECONNECTS, ON_MOUNT);
            ana.click("party-continue button");
            said(ana, CAPTURES, CREATES, CREATED);
        }
    }

    /** In this order, since it was asked last. */
    private static void said(Browser browser, String... words) {
        List<String> left = new ArrayList<>(Arrays.asList(words));
        browser.await("the console says " + left, () -> {
            for (String line : browser.console()) {
                if (!left.isEmpty() && line.contains(left.getFirst())) {
                    left.removeFirst();
                }
            }
            return left.isEmpty() ? true : null;
        });
    }
}
