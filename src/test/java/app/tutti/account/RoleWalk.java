package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.Route;
import app.tutti.Routes;
import app.tutti.SocketMessage;
import app.tutti.account.people.entity.Role;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody goes everywhere, and gets what the table of roles says. Whose server it is, subclasses say. */
abstract class RoleWalk {
    /** What came of it. */
    enum Answer {
        LET_IN,
        LED_TO_SIGN_IN,
        TOLD_TO_SIGN_IN,
        REFUSED
    }

    abstract Visitor visitor(Cast who);

    /** What somebody is at this path of this server. */
    abstract Role role(Cast who, String path);

    /** Whether signing in would open what needs this role to somebody who has not. */
    abstract boolean isOpenedBySigningIn(Role needed);

    /** Whether the server knows at this path that somebody has signed in. */
    abstract boolean isKnown(Cast who, String path);

    static Stream<Arguments> everyRoute() {
        List<Route> routes = Stream.concat(Routes.ours(), Routes.servlets()).toList();
        assertTrue(routes.size() > 40, "the routes are found");
        return routes.stream().flatMap(route -> Arrays.stream(Cast.values()).map(who -> Arguments.of(route, who)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyRoute")
    void theRouteLetsInWhoMay(Route route, Cast who) {
        Visitor visitor = visitor(who);
        HttpResponse<String> response = visitor.go(route.verb(), route.example(), route.consumes());
        if (!route.isSafe()) {
            visitor.staySignedIn();
        }
        assertEquals(expected(route, who), answer(response), () -> response + " " + response.headers());
        assertEquals(
                response.statusCode() == 401,
                response.headers().firstValue("WWW-Authenticate").isPresent());
        if (route.verb().equals("GET")) {
            HttpResponse<String> head = visitor.go("HEAD", route.example(), route.consumes());
            assertEquals(expected(route, who), answer(head), () -> head + " " + head.headers());
        }
    }

    static Stream<Arguments> everyForm() {
        return everyRoute().filter(walk -> walk.get()[0] instanceof Route route && route.isForm());
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyForm")
    void aFormOfSomebodyElsesPageIsRefused(Route route, Cast who) {
        if (expected(route, who) == Answer.LET_IN) {
            assertEquals(403, visitor(who).goWithoutToken(route.example()).statusCode());
        }
    }

    static Stream<Arguments> everyMessage() {
        return SocketMessage.ofParties().stream()
                .flatMap(message -> Arrays.stream(Cast.values()).map(who -> Arguments.of(message, who)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyMessage")
    void theMessageIsTakenFromWhoMay(SocketMessage message, Cast who) throws InterruptedException {
        try (PersonSocket socket = visitor(who).open(SocketMessage.PARTY)) {
            List<String> events = socket.say(inTheParty(message));
            boolean allowed = role(who, SocketMessage.PARTY).includes(message.needed());
            assertEquals(!allowed, events.stream().anyMatch(RoleWalk::isForbidden), events::toString);
            if (!allowed) {
                assertEquals(1, events.size(), events::toString);
            }
            afterwards(message, who, events, socket);
        }
    }

    @Test
    void whereOnlyAnAdminMayGoThereIsSomethingToRefuse() {
        assertTrue(Routes.servlets().anyMatch(route -> route.needed().orElseThrow() == Role.ADMIN));
        assertTrue(SocketMessage.ofParties().stream().anyMatch(message -> message.needed() == Role.MEMBER));
    }

    /** The example, told of a party that there is, if there is one. */
    String inTheParty(SocketMessage message) throws InterruptedException {
        return message.text();
    }

    /** What else must be true then. */
    void afterwards(SocketMessage message, Cast who, List<String> events, PersonSocket socket)
            throws InterruptedException {}

    private static boolean isForbidden(String event) {
        return event.contains("\"error\"") && event.contains("\"forbidden\"");
    }

    private Answer expected(Route route, Cast who) {
        Role needed = route.needed().orElseThrow();
        String path = route.example();
        if (role(who, path).includes(needed)) {
            return Answer.LET_IN;
        }
        // Nobody is sent to a page that would not help.
        boolean looks = route.page() && route.isSafe();
        boolean isGuestWhoActs = role(who, path) == Role.GUEST && !looks;
        return isKnown(who, path) || !isOpenedBySigningIn(needed) || isGuestWhoActs
                ? Answer.REFUSED
                : route.page() ? Answer.LED_TO_SIGN_IN : Answer.TOLD_TO_SIGN_IN;
    }

    private static Answer answer(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElse("");
        return switch (response.statusCode()) {
            case 401 -> Answer.TOLD_TO_SIGN_IN;
            case 403 -> Answer.REFUSED;
            case 303 -> location.startsWith("/sign-in?to=") ? Answer.LED_TO_SIGN_IN : Answer.LET_IN;
            default -> Answer.LET_IN;
        };
    }
}
