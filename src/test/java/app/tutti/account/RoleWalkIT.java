package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.Route;
import app.tutti.Routes;
import app.tutti.SocketMessage;
import app.tutti.account.people.entity.Role;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At the server as it is shipped, where people have accounts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class RoleWalkIT extends RoleWalk {
    private static final Path LOG = Path.of(System.getProperty("tutti.it.log") + ".0");

    /** Where everybody is from the first test to the last. */
    private static final Map<Cast, Visitor> HERE = new EnumMap<>(Cast.class);

    private static PersonBrowser caretaker;

    /** The member's. */
    private static PersonSocket hosting;

    /** The admin's, to which the guest is invited. */
    private static PersonSocket invitation;

    private static String party;
    private static String secret;

    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(PeopleFixture.class);
    }

    @BeforeEach
    void everybodyIsHere() {
        if (HERE.isEmpty()) {
            URI server = URI.create(address.toString());
            caretaker = PersonBrowser.at(server);
            assertEquals(204, caretaker.delete("/fixture").statusCode());
            assertEquals(303, caretaker.setUp(Cast.ADMIN.credentials()).statusCode());
            assertEquals(
                    204, caretaker.post("/fixture", Cast.MEMBER.credentials()).statusCode());
            assertEquals(
                    204,
                    caretaker.post("/fixture", Cast.OTHER_MEMBER.credentials()).statusCode());
            for (Cast who : Cast.values()) {
                HERE.put(who, Visitor.at(server, who));
            }
        }
    }

    private static final List<String> FORMS = List.of("", "name=", "role=&name=&id=x&kind=x&version=x&key=x");

    private static List<String> json() {
        String deep = "[".repeat(2000);
        String digits = "9".repeat(400_000);
        return List.of(
                "",
                "{",
                "null",
                "[]",
                "{}",
                deep,
                "{\"tracks\":" + deep + "]".repeat(2000) + "}",
                "{\"index\":" + digits + "}",
                "{\"tracks\":[" + digits + "],\"position\":" + digits + "}",
                "{\"tracks\":[1],\"index\":0,\"position\":1e" + digits + "}",
                digits);
    }

    static Stream<Route> everyUnsafeRoute() {
        return Routes.ours().filter(route -> !route.isSafe());
    }

    /** The sender's fault is nobody's stack trace. */
    @ParameterizedTest
    @MethodSource("everyUnsafeRoute")
    void whatIsMissingOrMonstrousIsRefused(Route route) throws IOException {
        Visitor admin = visitor(Cast.ADMIN);
        long before = Files.size(LOG);
        for (String body : route.isForm() ? FORMS : json()) {
            HttpResponse<String> answer = admin.send(route.verb(), route.example(), route.consumes(), body);
            assertTrue(answer.statusCode() < 500, () -> answer + " to " + body.length() + " characters");
        }
        admin.staySignedIn();
        try (RandomAccessFile log = new RandomAccessFile(LOG.toFile(), "r")) {
            log.seek(before);
            byte[] bytes = new byte[(int) (log.length() - before)];
            log.readFully(bytes);
            String told = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(told.contains("at app.tutti."), told);
        }
    }

    /** To a party that is on until the last test. */
    private void inviteTheGuest() {
        invitation = HERE.get(Cast.ADMIN).open(SocketMessage.PARTY);
        try {
            String created = invitation
                    .say("{\"type\": \"createSession\", \"requestId\": \"1\"}")
                    .getFirst();
            String link = "/party/" + field(created, "sessionId");
            assertEquals(200, HERE.get(Cast.GUEST).go("GET", link, "text/html").statusCode());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** With the secret that the host alone should have: the role is what is looked at. */
    @Override
    String inTheParty(SocketMessage message) throws InterruptedException {
        if (party == null) {
            hosting = visitor(Cast.MEMBER).open(SocketMessage.PARTY);
            String created = hosting.say("{\"type\": \"createSession\", \"requestId\": \"1\"}")
                    .getFirst();
            party = field(created, "sessionId");
            secret = field(created, "secret");
        }
        return message.text()
                .replace("f537e268-ed8f-475e-8f13-869f93f0d9f2", party)
                .replace("s3cret", secret);
    }

    /** Nobody but who has the secret and the role touches the party. */
    @Override
    void afterwards(SocketMessage message, Cast who, List<String> events, PersonSocket socket)
            throws InterruptedException {
        boolean takes = message.type().equals("createSession") && who.hasAccount();
        List<String> heard = hosting.hear().stream()
                .filter(event -> !event.contains("\"listenerCount\"") && !event.contains("\"listeners\""))
                .toList();
        assertEquals(takes ? 1 : 0, heard.size(), heard::toString);
        if (takes) {
            assertTrue(heard.getFirst().contains("takenOver"), heard::toString);
            assertEquals(party, field(events.getFirst(), "sessionId"));
            hosting.close();
            party = null;
            List<String> end = socket.say("{\"type\": \"endSession\"}");
            // Who listens may come just before.
            assertTrue(end.getLast().contains("sessionEnded"), end::toString);
        }
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\\s*\"([^\"]+)\"").matcher(json);
        assertTrue(value.find(), json);
        return value.group(1);
    }

    @AfterAll
    static void everybodyLeaves() {
        hosting.close();
        invitation.close();
        party = null;
        HERE.values().forEach(Visitor::close);
        HERE.clear();
        caretaker.delete("/fixture");
        caretaker.close();
    }

    @Override
    Visitor visitor(Cast who) {
        Visitor visitor = HERE.get(who);
        // The walk signs the admin out, which ends their party.
        if (who == Cast.GUEST && visitor.go("GET", "/releases", "text/html").statusCode() != 200) {
            inviteTheGuest();
        }
        return visitor;
    }

    @Override
    Role role(Cast who, String path) {
        return switch (who) {
            case ANONYMOUS -> Role.ANONYMOUS;
            case GUEST -> Role.GUEST;
            case MEMBER, OTHER_MEMBER -> Role.MEMBER;
            case ADMIN -> Role.ADMIN;
        };
    }

    @Override
    boolean isOpenedBySigningIn(Role needed) {
        return true;
    }

    @Override
    boolean isKnown(Cast who, String path) {
        return who.hasAccount();
    }
}
