package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.Route;
import app.tutti.Routes;
import app.tutti.SocketMessage;
import app.tutti.account.entity.Role;
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
            visitor.signIn();
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

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyRoute")
    void aFormOfSomebodyElsesPageIsRefused(Route route, Cast who) {
        if (route.page() && route.verb().equals("POST") && expected(route, who) == Answer.LET_IN) {
            HttpResponse<String> response = visitor(who).goWithoutToken(route.example());
            assertEquals(403, response.statusCode());
        }
    }

    @Test
    void whereOnlyAnAdminMayGoThereIsSomethingToRefuse() {
        assertTrue(Routes.servlets().anyMatch(route -> route.needed().orElseThrow() == Role.ADMIN));
        assertTrue(SocketMessage.ofParties().stream().anyMatch(message -> message.needed() == Role.MEMBER));
    }

    private Answer expected(Route route, Cast who) {
        Role needed = route.needed().orElseThrow();
        String path = route.example();
        if (role(who, path).includes(needed)) {
            return Answer.LET_IN;
        }
        // Nobody is sent to a page that would not help.
        return isKnown(who, path) || !isOpenedBySigningIn(needed)
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
