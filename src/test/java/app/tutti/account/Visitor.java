package app.tutti.account;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Somebody of the cast with a browser of their own, signed in if they can be. */
final class Visitor implements AutoCloseable {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The server refuses one of DELETE (RFC 9110 §9.3.5); the token is in a header, too. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    private final Cast who;
    private final PersonBrowser browser;

    private Visitor(Cast who, PersonBrowser browser) {
        this.who = who;
        this.browser = browser;
    }

    static Visitor at(URI server, Cast who) {
        Visitor visitor = new Visitor(who, PersonBrowser.at(server));
        // A page with a form brings the token that all forms take.
        visitor.browser.get("/sign-in");
        visitor.signIn();
        return visitor;
    }

    /** Again, if what was asked for has signed out: a password takes its time. */
    void staySignedIn() {
        if (browser.get("/you").statusCode() != 200) {
            signIn();
        }
    }

    private void signIn() {
        if (who.hasAccount()) {
            Map<String, String> form = new HashMap<>(who.credentials());
            form.put("_csrf", token());
            int status = browser.post("/sign-in", form).statusCode();
            if (status != 303) {
                throw new AssertionError(who + " cannot sign in: " + status);
            }
        }
    }

    HttpResponse<String> go(String verb, String path, String type) {
        boolean form = type.equals(FORM) && !WITHOUT_BODY.contains(verb);
        String body = form ? "_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8) : "";
        return browser.go(verb, path, type, body);
    }

    /** A form gets its token, whatever else is in it. */
    HttpResponse<String> send(String verb, String path, String type, String body) {
        String token = "_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8);
        return browser.go(verb, path, type, type.equals(FORM) ? token + "&" + body : body);
    }

    HttpResponse<String> goWithoutToken(String path) {
        return browser.post(path, Map.of("name", "x"));
    }

    PersonSocket open(String path) {
        return browser.open(path);
    }

    @Override
    public void close() {
        browser.close();
    }

    private String token() {
        return browser.cookie("csrf").orElseThrow();
    }
}
