package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ana asks Bia in, and later shows her out again. */
class InviteStory {
    private static final String LINK = ".one-time-link input";
    private static final String SEND = ".entry-form button[type=submit]";
    private static final String SIGNED_OUT = "[data-error=signedOut]";

    @Test
    void whoIsAskedInPlaysUntilSheIsRemoved() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop();
                Browser bia = Browser.phone()) {
            signUp(ana, server, "Ana Terra", "three old records");
            ana.click(".account-button");
            ana.click(".account-panel a[href='/people']");
            Pictures.take(ana, "people");

            ana.type("[data-invite] input[name=name]", "Bia");
            ana.click("[data-invite] button[type=submit]");
            String link = ana.see(LINK).getAttribute("value");
            ana.seeText("[data-open-invite]", "Bia");
            Pictures.take(ana, "people-link");
            ana.click(".one-time-link button");
            ana.see("[data-copied=true]");

            bia.open(link);
            Pictures.take(bia, "invite");
            assertEquals("Bia", bia.see("input[name=name]").getAttribute("value"));
            bia.type("input[name=password]", "four new records");
            bia.click(SEND);
            bia.see(".account-menu");
            assertFalse(bia.sees("a[href='/people']"), "not hers to see");

            bia.open(server.url("/party"));
            bia.click("[data-start] button");
            bia.see("[data-part=live]");

            ana.open(server.url("/people"));
            assertFalse(ana.sees("[data-open-invite]"), "it was used");
            ana.click(".person:nth-child(2) summary");
            Pictures.take(ana, "people-change");
            ana.click("[data-action=remove]");
            ana.seeText("h1", "Bia");
            Pictures.take(ana, "removal");
            ana.click(SEND);
            ana.see(".person-list");
            ana.await("Bia is not in the list", () -> !ana.sees(".person:nth-child(2)") ? true : null);

            bia.seeText(SIGNED_OUT, "You were signed out");
            Pictures.take(bia, "signed-out");
            bia.click(SIGNED_OUT + " a");
            bia.see("input[name=password]");
            bia.at("/sign-in");

            bia.open(link);
            bia.seeText("h1", "This link was used");
            Pictures.take(bia, "link-used");
            String token = link.substring(link.lastIndexOf('/') + 1);
            assertFalse(server.log().contains(token), "no secret is in the log");
        }
    }

    @Test
    void signedOutEverywhereIsSignedOutInTheOtherBrowserToo() {
        try (TuttiServer server = TuttiServer.started();
                Browser desk = Browser.desktop();
                Browser phone = Browser.phone()) {
            signUp(desk, server, "Ana", "three old records");
            phone.open(server.url("/party"));
            fillIn(phone, "Ana", "three old records");
            phone.click("[data-start] button");
            phone.see("[data-part=live]");

            desk.click(".account-button");
            desk.click("[data-action=sign-out-everywhere]");
            desk.see("input[name=password]");

            phone.seeText(SIGNED_OUT, "You were signed out");
            phone.open(server.url("/artists"));
            phone.see("input[name=password]");
            fillIn(phone, "Ana", "three old records");
            phone.see(".account-menu");
            phone.at("/artists");
        }
    }

    @Test
    void anOpenHouseholdPlaysWithoutSigningIn() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_ACCESS", "open");
                Browser ana = Browser.desktop();
                Browser guest = Browser.phone()) {
            server.start();
            signUp(ana, server, "Ana", "three old records");

            guest.open(server.url(server.pageOf("Two Rooms")));
            guest.click("main play-button button");
            guest.see("player-bar[data-state=playing]");
            assertTrue(guest.sees(".navigation"), "at home without an account");
            assertFalse(guest.sees(".account-menu"), "nobody has signed in");

            guest.open(server.url("/people"));
            fillIn(guest, "Ana", "three old records");
            guest.see(".person-list");
            guest.at("/people");
        }
    }

    private static void signUp(Browser browser, TuttiServer server, String name, String password) {
        browser.open(server.url("/set-up"));
        browser.type("input[name=code]", server.setUpCode());
        fillIn(browser, name, password);
        browser.see(".account-menu");
    }

    private static void fillIn(Browser browser, String name, String password) {
        browser.type("input[name=name]", name);
        browser.type("input[name=password]", password);
        browser.click(SEND);
    }
}
