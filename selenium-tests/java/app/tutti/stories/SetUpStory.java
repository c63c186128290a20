package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Somebody makes a new server theirs. */
class SetUpStory {
    private static final String NAME = "input[name=name]";
    private static final String PASSWORD = "input[name=password]";
    private static final String SEND = ".entry-form button[type=submit]";

    @Test
    void fromTheFirstRecordToAnAccountAndBackIn() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.phone()) {
            ana.openAsStranger(server.url("/"));
            ana.seeText(".entry", "Open the address that Tutti showed");
            Pictures.take(ana, "set-up-here");
            String shown = server.openingAddress();
            ana.openAsStranger(shown);
            ana.see(".set-up-offer");
            Pictures.take(ana, "opened");
            ana.see(".navigation");

            ana.click(".set-up-offer a");
            ana.see("input[name=code]");
            Pictures.take(ana, "set-up");
            ana.type("input[name=code]", server.setUpCode());
            fillIn(ana, "Ana Terra", "three old records");
            ana.see(".account-menu");
            assertFalse(ana.sees(".set-up-offer"));
            assertEquals("AT", ana.see(".initials").getText());

            ana.click(".account-button");
            ana.click("[data-action=sign-out]");
            ana.see("input[name=remember]");
            assertFalse(ana.sees(".navigation"), "there is nothing to go to");
            assertFalse(exists(ana, ".player party-button"), "who may not host is offered no party");

            ana.open(server.url("/artists"));
            fillIn(ana, "ana terra", "not the password");
            ana.seeText("[role=alert]", "is wrong. Try again");
            assertTrue(ana.sees(".entry-form"), "she can try again");

            ana.type(PASSWORD, "three old records");
            ana.click(SEND);
            ana.see(".account-menu");
            ana.at("/artists");
            ana.see(".navigation a[href='/party']");
            assertTrue(exists(ana, ".player party-button"), "the player is a member's again");

            server.stop();
            server.start();
            ana.openAsStranger(server.url("/releases"));
            ana.see(".account-menu");
            assertFalse(server.openingAddress().contains("/own-machine/"), "from now on people sign in");
            try (Browser late = Browser.desktop()) {
                late.openAsStranger(shown);
                late.seeText("h1", "does not open Tutti any more");
                Pictures.take(late, "own-machine-used");
            }
        }
    }

    private static boolean exists(Browser browser, String css) {
        return (Boolean) browser.value("document.querySelector('%s') !== null".formatted(css));
    }

    private static void fillIn(Browser browser, String name, String password) {
        browser.type(NAME, name);
        browser.type(PASSWORD, password);
        browser.click(SEND);
    }
}
