package app.tutti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.people.entity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/roles.md says what the code does. To write it anew: {@code mvn test -Dtest=RoleTableTest -Dtutti.roles.write=true}
 */
class RoleTableTest {
    private static final Path PAGE = Path.of("docs/roles.md");
    private static final String MARK = "<!-- from the code -->\n";

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String[] parts = Files.readString(PAGE).split(MARK, -1);
        assertEquals(3, parts.length, "the tables stand between two marks");
        if (Boolean.getBoolean("tutti.roles.write")) {
            Files.writeString(PAGE, String.join(MARK, parts[0], "\n" + tables() + "\n", parts[2]));
        } else {
            assertEquals("\n" + tables() + "\n", parts[1]);
        }
    }

    @Test
    void everyRouteHasARule() {
        List<Route> routes = Routes.ours().toList();
        assertTrue(routes.size() > 15, "the routes are found");
        assertEquals(
                List.of(),
                routes.stream().filter(route -> route.needed().isEmpty()).toList());
    }

    @Test
    void everySocketIsInTheTable() {
        assertEquals(List.of(SocketMessage.PARTY), Routes.sockets());
    }

    private static String tables() {
        return String.join(
                "\n",
                table("Pages and endpoints", Routes.ours().map(RoleTableTest::withVerb)),
                table(
                        "Files and what the server brings along",
                        Routes.servlets()
                                .map(route -> row(
                                        "`" + route.path() + "`", route.needed().orElseThrow()))),
                table(
                        "Messages on `" + SocketMessage.PARTY + "`",
                        SocketMessage.ofParties().stream()
                                .map(message -> row("`" + message.type() + "`", message.needed()))));
    }

    private static String table(String title, Stream<String> rows) {
        return "## " + title + "\n\n| what | who |\n|---|---|\n"
                + String.join("", rows.distinct().sorted().toList());
    }

    private static String withVerb(Route route) {
        return row("`" + route.path() + "` " + route.verb(), route.needed().orElseThrow());
    }

    private static String row(String what, Role needed) {
        String who = needed == Role.ANONYMOUS ? "everybody" : needed.name().toLowerCase(Locale.ROOT);
        return "| %s | %s |\n".formatted(what, who);
    }
}
