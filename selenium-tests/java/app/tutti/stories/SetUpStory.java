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
            ana.open(server.url("/"));
            ana.see(".set-up-offer");
            ana.see(".navigation");

            ana.click(".set-up-offer a");
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
            ana.seeText("[role=alert]", "do not belong together");
            assertTrue(ana.sees(".entry-form"), "she can try again");

            ana.type(PASSWORD, "three old records");
            ana.click(SEND);
            ana.see(".account-menu");
            assertEquals("/artists", ana.path());
            ana.see(".navigation a[href='/party']");
            assertTrue(exists(ana, ".player party-button"), "the player is a member's again");

            server.stop();
            server.start();
            ana.open(server.url("/releases"));
            ana.see(".account-menu");
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
