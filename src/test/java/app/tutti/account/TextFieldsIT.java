package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.SocketMessage;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever somebody pastes into a field of a page, or into a message, is taken as plain text or refused in words. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class TextFieldsIT {
    private static final Map<String, String> ADMIN = Map.of("name", "Ana", "password", "three old records");

    private static final List<String> PASTED = List.of(
            "a\tb",
            "a\u000Bb",
            "a\u2028b",
            "a\r\nb",
            "\u200Fשיר\u202Egnp.exe\u202C",
            "💔👩‍👩‍👧‍👦",
            "\u0000",
            "<b>&amp;\"'",
            "x".repeat(10_000));

    /** What no page may show as it came. */
    private static final Pattern RAW = Pattern.compile("[\\x00\\x0B\\u2028\\u202E]|<b>&amp;\"");

    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select)\\b([^>]*)>", Pattern.DOTALL);
    private static final Set<String> TYPED = Set.of("text", "search", "password", "email", "url");

    /** What pages put into messages; the rest is the protocol's own. */
    private static final Pattern WRITTEN = Pattern.compile("\"(name|text|password)\": *\"([^\"]*)\"");

    @ArquillianResource
    private URL address;

    private PersonBrowser ana;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(PeopleFixture.class);
    }

    @BeforeEach
    void anaRunsIt() {
        ana = PersonBrowser.at(URI.create(address.toString()));
        assertEquals(204, ana.delete("/fixture").statusCode());
        assertEquals(303, ana.setUp(ADMIN).statusCode());
    }

    @AfterEach
    void anaLeaves() {
        assertEquals(204, ana.delete("/fixture").statusCode());
        ana.close();
    }

    @Test
    void everyFieldOfEveryPage() {
        String list = ana.fillIn("/playlists", Map.of("name", "Sunday"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        ana.fillIn("/people", "/people/invites", Map.of("role", "member"));
        int fields = 0;
        for (String page : List.of("/you", "/people", "/playlists", path(list), "/search", "/library", "/party", "/")) {
            for (Form form : forms(page)) {
                for (String field : form.typed()) {
                    fields++;
                    for (String text : PASTED) {
                        goesWell(page, asItIsNow(page, form), field, text);
                    }
                }
            }
        }
        assertTrue(fields >= 8, "fields were found: " + fields);
    }

    @Test
    void theFieldsOfWhoIsNotIn() {
        int fields = 0;
        try (PersonBrowser stranger = PersonBrowser.stranger(URI.create(address.toString()))) {
            for (Form form : forms(stranger.get("/sign-in").body(), "/sign-in")) {
                for (String field : form.typed()) {
                    fields++;
                    for (String text : PASTED) {
                        HttpResponse<String> answer = stranger.post(form.action(), form.with(field, text));
                        // Whoever tries for so long is told to come later.
                        assertTrue(Set.of(400, 422, 429).contains(answer.statusCode()), answer + ": " + text);
                        showsNothingAsItCame(answer, field);
                    }
                }
            }
        }
        assertEquals(2, fields);
    }

    @Test
    void everyTextOfEveryMessage() throws InterruptedException {
        int texts = 0;
        for (SocketMessage message : SocketMessage.ofParties()) {
            Matcher written = WRITTEN.matcher(message.text());
            while (written.find()) {
                texts++;
                for (String text : PASTED) {
                    String odd = message.text().substring(0, written.start(2))
                            + json(text)
                            + message.text().substring(written.end(2));
                    try (PersonSocket socket = ana.open(SocketMessage.PARTY)) {
                        // Fails when the socket is closed for it.
                        for (String event : socket.say(odd)) {
                            assertFalse(event.contains("\u2028") || event.contains("\\u000b"), event);
                        }
                    }
                }
            }
        }
        assertTrue(texts >= 5, "texts were found: " + texts);
    }

    /** What was sent before may have changed what it carries besides. */
    private Form asItIsNow(String page, Form form) {
        return forms(page).stream()
                .filter(now -> form.action().equals(now.action()))
                .findFirst()
                .orElse(form);
    }

    private static void showsNothingAsItCame(HttpResponse<String> answer, String what) {
        Matcher raw = RAW.matcher(answer.body());
        assertFalse(
                raw.find(),
                () -> what + ": "
                        + answer.body()
                                .substring(
                                        Math.max(0, raw.start() - 80),
                                        Math.min(answer.body().length(), raw.end() + 20)));
    }

    private void goesWell(String page, Form form, String field, String text) {
        HttpResponse<String> answer = form.isGet()
                ? ana.get(form.action() + "?" + field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                : ana.post(form.action(), form.with(field, text));
        String what = "%s of %s: %s".formatted(field, form.action(), text.substring(0, Math.min(20, text.length())));
        assertTrue(Set.of(200, 303, 400, 404, 413, 414, 422).contains(answer.statusCode()), what + ": " + answer);
        showsNothingAsItCame(answer, what);
        assertFalse(answer.body().contains("at app.tutti"), what);
        HttpResponse<String> after = ana.get(page);
        assertNotEquals(500, after.statusCode(), what);
        showsNothingAsItCame(after, what);
    }

    private List<Form> forms(String page) {
        return forms(ana.get(page).body(), page);
    }

    private static List<Form> forms(String html, String page) {
        return FORM.matcher(html)
                .results()
                .map(form -> form(form, page))
                .filter(form -> !form.typed().isEmpty() && form.action() != null)
                .toList();
    }

    private static Form form(MatchResult html, String page) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> typed = new ArrayList<>();
        FIELD.matcher(html.group(2)).results().forEach(field -> {
            String name = attribute(field.group(2), "name");
            String type = attribute(field.group(2), "type");
            if (name != null) {
                values.put(name, attribute(field.group(2), "value") == null ? "" : attribute(field.group(2), "value"));
                if (field.group(1).equals("textarea")
                        || field.group(1).equals("input") && (type == null || TYPED.contains(type))) {
                    typed.add(name);
                }
            }
        });
        String method = attribute(html.group(1), "method");
        return new Form(attribute(html.group(1), "action"), !"post".equalsIgnoreCase(method), values, typed);
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : null;
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        for (char unit : text.toCharArray()) {
            json.append(unit < 0x20 || unit == '"' || unit == '\\' ? "\\u%04x".formatted((int) unit) : unit);
        }
        return json.toString();
    }

    private record Form(String action, boolean isGet, Map<String, String> values, List<String> typed) {
        Map<String, String> with(String field, String text) {
            Map<String, String> filled = new LinkedHashMap<>(values);
            filled.put(field, text);
            return filled;
        }
    }
}
