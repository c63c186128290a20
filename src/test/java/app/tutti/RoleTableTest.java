package app.tutti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.boundary.RouteRules;
import app.tutti.account.boundary.ServletRoutes;
import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.party.boundary.PartyMessages;
import app.tutti.party.boundary.SignallingFilter;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Protocol;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/roles.md says what the code does. To write it anew: {@code mvn test -Dtest=RoleTableTest -Dtutti.roles.write=true}
 */
class RoleTableTest {
    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("docs/roles.md");
    private static final java.nio.file.Path MESSAGES = java.nio.file.Path.of("src/test/resources/protocol/party");
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
        List<Route> routes = routes().toList();
        assertTrue(routes.size() > 15, "the routes are found");
        assertEquals(
                List.of(),
                routes.stream().filter(route -> route.needed.isEmpty()).toList());
    }

    private static String tables() throws IOException {
        return String.join(
                "\n",
                table("Pages and endpoints", routes().map(Route::row)),
                table(
                        "Files and what the server brings along",
                        ServletRoutes.all().entrySet().stream()
                                .map(entry -> row("`" + entry.getKey() + "`", entry.getValue()))),
                table("Messages on `/ws/party`", messages()));
    }

    private static String table(String title, Stream<String> rows) {
        return "## " + title + "\n\n| what | who |\n|---|---|\n"
                + String.join("", rows.sorted().toList());
    }

    private static String row(String what, Role needed) {
        String who = needed == Role.ANONYMOUS ? "everybody" : needed.name().toLowerCase(Locale.ROOT);
        return "| %s | %s |\n".formatted(what, who);
    }

    private static Stream<Route> routes() {
        return Stream.concat(resources(), signalling());
    }

    private static Stream<Route> signalling() {
        Optional<Role> needed =
                Optional.of(SignallingFilter.class.getAnnotation(Needs.class)).map(Needs::value);
        return SignallingFilter.routes().entrySet().stream()
                .flatMap(route ->
                        Stream.of(route.getValue().split(", ")).map(verb -> new Route(verb, route.getKey(), needed)));
    }

    private static Stream<Route> resources() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.tutti").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .flatMap(RoleTableTest::routes);
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method)
                        .map(verb -> new Route(verb, path(resource, method), RouteRules.needed(resource, method)))
                        .stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        String path = "/" + resource.getAnnotation(Path.class).value() + own;
        return path.replaceAll("/+", "/").replaceAll("\\{(\\w+): [^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
    }

    private static Stream<String> messages() throws IOException {
        Protocol<PartyRequest> protocol = new Protocol<>(PartyRequest.class);
        try (var files = Files.list(MESSAGES)) {
            List<String> rows = files.map(RoleTableTest::read)
                    .flatMap(text -> decoded(protocol, text).stream())
                    .map(message -> row("`" + name(message) + "`", PartyMessages.needed(message)))
                    .toList();
            assertEquals(leaves(PartyRequest.class).count(), rows.size(), "every message has an example");
            return rows.stream();
        }
    }

    private static Optional<PartyRequest> decoded(Protocol<PartyRequest> protocol, String text) {
        try {
            return Optional.of(protocol.decode(text).body());
        } catch (app.tutti.room.ProtocolViolation theServersOwn) {
            return Optional.empty();
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RoleTableTest::leaves)
                : Stream.of(type);
    }

    private static String name(PartyRequest message) {
        String type = message.getClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private record Route(String verb, String path, Optional<Role> needed) {
        String row() {
            return RoleTableTest.row("`" + path + "` " + verb, needed.orElseThrow());
        }
    }
}
