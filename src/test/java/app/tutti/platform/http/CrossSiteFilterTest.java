package app.tutti.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.Route;
import app.tutti.Routes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to change something, asked by every kind of page. */
class CrossSiteFilterTest {
    private static final int PASSED = 0;
    private static final String HOST = "music.example:8080";

    /** What looks at a bearer, and at no cookie. */
    private static final Set<String> BY_BEARER = Set.of(
            "POST /api/party/{sessionId}/whip",
            "PATCH /api/party/{sessionId}/whip/{id}",
            "DELETE /api/party/{sessionId}/whip/{id}",
            "POST /api/party/{sessionId}/whep",
            "PATCH /api/party/{sessionId}/whep/{id}",
            "DELETE /api/party/{sessionId}/whep/{id}",
            "PUT /api/party/{sessionId}/cover",
            "POST /api/catalogue/{home}/batches",
            "PUT /api/catalogue/{home}/covers/{sha256}");

    /** Found once: it takes a while. */
    private static final List<Route> ROUTES =
            Routes.ours().filter(route -> !route.isSafe()).toList();

    static Stream<Route> everyUnsafeRoute() {
        assertTrue(ROUTES.size() > 40, "the routes are found");
        return ROUTES.stream();
    }

    @Test
    void whatIsExemptIsThere() {
        assertTrue(everyUnsafeRoute().map(Route::toString).toList().containsAll(BY_BEARER));
    }

    @ParameterizedTest
    @MethodSource("everyUnsafeRoute")
    void anotherSitesPageChangesNothing(Route route) throws Exception {
        int expected = BY_BEARER.contains(route.toString()) ? PASSED : 403;
        for (String site : List.of("cross-site", "same-site", "", "anything")) {
            assertEquals(expected, answer(sent(route).with("Sec-Fetch-Site", site)), site);
        }
        for (String origin : List.of("https://evil.example", "http://music.example:8081", "null", "")) {
            assertEquals(expected, answer(sent(route).with("Origin", origin)), origin);
            assertEquals(expected, answer(sent(route).with("Origin", origin).with("Sec-Fetch-Site", "none")), origin);
            assertEquals(
                    expected,
                    answer(sent(route).with("Origin", origin).with("Authorization", "Basic dHV0dGlfOng=")),
                    origin);
        }
    }

    @ParameterizedTest
    @MethodSource("everyUnsafeRoute")
    void ourOwnPageDoes(Route route) throws Exception {
        assertEquals(PASSED, answer(sent(route)), "no browser");
        assertEquals(PASSED, answer(sent(route).with("Sec-Fetch-Site", "none")));
        assertEquals(PASSED, answer(sent(route).with("Origin", "http://" + HOST)));
        assertEquals(PASSED, answer(sent(route).with("Origin", "https://tutti.example")), "the public address");
        assertEquals(
                PASSED,
                answer(sent(route).with("Sec-Fetch-Site", "same-origin").with("Origin", "https://proxy.example")),
                "behind a proxy that says another Host");
    }

    @ParameterizedTest
    @MethodSource("everyUnsafeRoute")
    void aProgramsKeyIsAProof(Route route) throws Exception {
        int expected = route.path().startsWith("/api/") || BY_BEARER.contains(route.toString()) ? PASSED : 403;
        assertEquals(
                expected,
                answer(sent(route)
                        .with("Origin", "https://player.example")
                        .with("Authorization", "Bearer tutti_Zm9ydHktdHdvIGJpdHMgbW9yZQ")));
    }

    @ParameterizedTest
    @MethodSource("everyUnsafeRoute")
    void aBodySaysWhatItIs(Route route) throws Exception {
        int expected = BY_BEARER.contains(route.toString()) ? PASSED : 415;
        assertEquals(expected, answer(asked(route).with("Content-Length", "2")));
        assertEquals(expected, answer(asked(route).with("Transfer-Encoding", "chunked")));
        assertEquals(PASSED, answer(asked(route)), "where there is none, it has no type");
    }

    @Test
    void anotherWayToWriteAPathIsNoExemption() throws Exception {
        for (String path : List.of(
                "/api/party/x/whip/../../../favourites",
                "/api/party/x%2Fwhip",
                "/api/party/x/whip;/y",
                "/api/favourites;/api/party/x/whip")) {
            assertEquals(403, answer(new FakeRequest("POST", path).with("Sec-Fetch-Site", "cross-site")), path);
        }
    }

    private static FakeRequest asked(Route route) {
        return new FakeRequest(route.verb(), route.example()).with("Host", HOST);
    }

    private static FakeRequest sent(Route route) {
        return asked(route).with("Content-Type", route.consumes()).with("Content-Length", "2");
    }

    private static int answer(FakeRequest request) throws ServletException, IOException {
        AtomicInteger status = new AtomicInteger(-1);
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                CrossSiteFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, asked, arguments) -> {
                    status.set((int) arguments[0]);
                    return null;
                });
        CrossSiteFilter filter = new CrossSiteFilter();
        filter.publicAddress = Optional.of("https://tutti.example");
        filter.doFilter(request.request(), response, (passed, through) -> status.set(PASSED));
        return status.get();
    }
}
