package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a member finds under "You". Each test has a member of its own, on one server. */
class YouStory {
    private static final String PASSWORD = "four new records";
    private static final String SEND = ".entry-form button[type=submit]";
    private static final String PICTURE_ON_PAGE = ".own-picture img";
    private static final String PICTURE_IN_MENU = ".account-button img";
    private static final Path PHOTO = Path.of("src/test/resources/account/turned-6.jpg");

    private static TuttiServer server;
    private static Browser admin;

    @BeforeAll
    static void anaHasAServer() {
        server = TuttiServer.started();
        admin = Browser.desktop();
        admin.open(server.url("/set-up"));
        admin.type("input[name=code]", server.setUpCode());
        fillIn(admin, "Ana Terra", "three old records");
        admin.see(".account-menu");
    }

    @AfterAll
    static void itEnds() {
        if (admin != null) {
            admin.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aRevokedDeviceIsSignedOutAndAWrongPasswordSaysSo() {
        try (Browser desk = Browser.desktop();
                Browser phone = Browser.phone()) {
            join(desk, "Bia");
            phone.open(server.url("/you"));
            phone.at("/sign-in");
            fillIn(phone, "Bia", "not the password");
            phone.seeText("[role=alert]", "is wrong. Try again");
            Pictures.take(phone, "sign-in-wrong");
            phone.type("input[name=password]", PASSWORD);
            phone.click(SEND);
            phone.see(".you");
            phone.at("/you");

            desk.open(server.url("/you"));
            desk.see("[data-action=revoke-device]");
            assertEquals(2L, desk.value("document.querySelectorAll('[aria-labelledby=you-devices] li').length"));
            assertEquals(1L, desk.value("document.querySelectorAll('[data-action=revoke-device]').length"));
            Pictures.take(desk, "you");
            desk.click("[data-action=revoke-device]");
            desk.seeText("[role=status]", "signed out");
            desk.gone("[data-action=revoke-device]");

            phone.open(server.url("/artists"));
            phone.see("input[name=password]");
            phone.at("/sign-in");
            desk.open(server.url("/artists"));
            desk.see(".account-menu");
        }
    }

    @Test
    void aPictureIsShownOnThePageAndInTheMenuUntilItIsRemoved() {
        try (Browser caio = Browser.desktop()) {
            join(caio, "Caio Brandão");
            assertEquals("CB", caio.see(".account-menu .initials").getText());
            caio.open(server.url("/you"));
            caio.type(".own-picture input", PHOTO.toAbsolutePath().toString());
            shows(caio, PICTURE_ON_PAGE);
            shows(caio, PICTURE_IN_MENU);
            assertEquals(
                    "red green",
                    caio.script(CORNERS, PICTURE_ON_PAGE),
                    "a photo that was stored on its side stands upright");
            caio.click(".account-button");
            Pictures.take(caio, "you-picture");

            caio.open(server.url("/artists"));
            shows(caio, PICTURE_IN_MENU);
            caio.open(server.url("/you"));
            shows(caio, PICTURE_ON_PAGE);
            shows(caio, PICTURE_IN_MENU);
            caio.click("[data-action=remove]");
            caio.gone(PICTURE_IN_MENU);
            assertEquals("CB", caio.see(".account-menu .initials").getText());
            assertEquals("[]", caio.complaints().toString());
        }
    }

    /** What is above at the left and at the right of a picture. */
    private static final String CORNERS = """
            const image = document.querySelector(arguments[0]);
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 8;
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0, 8, 8);
            const named = (x) => {
                const [red, green, blue] = pen.getImageData(x, 1, 1, 1).data;
                return red > 200 && green < 60 ? "red" : green > 200 && red < 60 ? "green" : [red, green, blue].join();
            };
            arguments[arguments.length - 1](named(1) + " " + named(6));
            """;

    @Test
    void languageAndColoursAreTheOwn() {
        try (Browser davi = Browser.phone();
                Browser another = Browser.desktop()) {
            join(davi, "Davi");
            davi.open(server.url("/you"));
            davi.type("select[name=language]", "Português");
            davi.type("select[name=theme]", "Dark");
            davi.click("[data-action=look]");
            davi.seeText("h1", "Sua conta");
            davi.await("the colours are dark", () -> theme(davi).equals("dark") ? true : null);

            another.open(server.url("/you"));
            fillIn(another, "Davi", PASSWORD);
            another.seeText("h1", "Sua conta");
            assertEquals("dark", theme(another), "they come with the person");
        }
    }

    @Test
    void aKeyWorksUntilItIsRevoked() {
        try (Browser eva = Browser.desktop()) {
            join(eva, "Eva");
            eva.open(server.url("/you"));
            eva.type("input[name=label]", "Script");
            eva.click("[data-action=add-key]");
            String key = eva.see(".new-key code").getText();
            Pictures.take(eva, "you-key");
            String track = server.url("/api/tracks/1/audio");
            assertEquals(206, status(track, key));

            eva.open(server.url("/you"));
            assertFalse(eva.sees(".new-key"), "it is shown once");
            eva.click("[data-action=revoke-key]");
            eva.gone("[data-action=revoke-key]");
            assertEquals(401, status(track, key));
            assertFalse(server.log().contains(key), "no secret is in the log");
        }
    }

    @Test
    void signedOutEverywhereEndsThePartyOnTheOtherBrowser() {
        try (Browser desk = Browser.desktop();
                Browser phone = Browser.phone()) {
            join(desk, "Flora");
            phone.open(server.url("/party"));
            fillIn(phone, "Flora", PASSWORD);
            phone.click("[data-start] button");
            phone.at("/party");
            phone.see("[data-part=live]");

            desk.open(server.url("/you"));
            desk.click(".you [action='/sign-out/everywhere'] button");
            desk.see("input[name=password]");
            phone.seeText("[data-error=signedOut]", "You were signed out");
            phone.click("[data-error=signedOut] a");
            phone.see("input[name=password]");
        }
    }

    @Test
    void theNameIsChangedByKeyboardAlone() {
        try (Browser gil = Browser.desktop()) {
            join(gil, "Gil");
            tabTo(gil, ".account-button");
            gil.press(Keys.ENTER);
            tabTo(gil, ".account-panel a[href='/you']");
            gil.press(Keys.ENTER);
            gil.see(".you");
            tabTo(gil, ".you input[name=name]");
            // Tab has marked the whole of it.
            gil.press("Gil Vicente");
            gil.press(Keys.ENTER);
            gil.seeText("[role=status]", "Your name is changed");
            assertEquals("GV", gil.see(".account-menu .initials").getText());
        }
    }

    /** As often as a person would bear it; what has the focus is seen to have it. */
    private static void tabTo(Browser browser, String css) {
        for (int tabs = 0; tabs < 40; tabs++) {
            browser.press(Keys.TAB);
            if ((Boolean) browser.value("document.activeElement.matches(\"" + css + "\")")) {
                assertTrue(
                        (Boolean) browser.value("document.activeElement.matches(':focus-visible')"
                                + " && getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                        css + " shows its focus");
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + css);
    }

    private static void shows(Browser browser, String css) {
        browser.see(css);
        browser.await(
                css + " is loaded",
                () -> (Boolean) browser.value("document.querySelector('" + css + "')?.naturalWidth > 0") ? true : null);
    }

    private static String theme(Browser browser) {
        return (String) browser.value("document.documentElement.dataset.theme");
    }

    private static void join(Browser browser, String name) {
        admin.open(server.url("/people"));
        admin.type("[data-invite] input[name=name]", name);
        admin.click("[data-invite] button[type=submit]");
        browser.open(admin.see(".one-time-link input").getAttribute("value"));
        browser.type("input[name=password]", PASSWORD);
        browser.click(SEND);
        browser.see(".account-menu");
    }

    private static void fillIn(Browser browser, String name, String password) {
        browser.type("input[name=name]", name);
        browser.type("input[name=password]", password);
        browser.click(SEND);
    }

    private static int status(String url, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .header("Range", "bytes=0-9")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
