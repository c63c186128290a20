package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.stories.TuttiServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Strangers guess passwords at the server as it is shipped, behind a proxy that says for whom it asks. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInLimitsIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final Pattern CODE = Pattern.compile("asks for this code: (\\S+)");
    private static final int MANY = 24;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static TuttiServer server;
    private static PersonBrowser home;

    @BeforeAll
    static void anaHasAnAccount() {
        server = TuttiServer.notStarted().with("TUTTI_TRUSTED_PROXIES", "127.0.0.1");
        server.start();
        Matcher code = CODE.matcher(server.log());
        assertTrue(code.find(), server::log);
        home = PersonBrowser.from("192.0.2.1", address());
        assertEquals(
                303, home.fillIn("/set-up", with(ANA, "code", code.group(1))).statusCode());
    }

    @AfterAll
    static void everybodyLeaves() {
        if (home != null) {
            home.close();
        }
        server.close();
    }

    @Test
    @Order(1)
    void aFloodFromManyAddressesIsTurnedAwayAndPagesAreAnsweredMeanwhile() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch turnedAway = new CountDownLatch(MANY);
        try (ExecutorService strangers = Executors.newFixedThreadPool(MANY);
                PersonBrowser reader = newcomer()) {
            List<Future<Void>> flood = IntStream.range(0, MANY)
                    .mapToObj(stranger -> strangers.submit(() -> guessUntil(enough, "Nobody " + stranger, turnedAway)))
                    .toList();
            try {
                assertTrue(turnedAway.await(60, TimeUnit.SECONDS), "there is a flood");
                for (int page = 0; page < 10; page++) {
                    assertEquals(200, reader.get("/sign-in").statusCode());
                    assertEquals(200, home.get("/releases").statusCode());
                }
            } finally {
                enough.set(true);
            }
            for (Future<Void> stranger : flood) {
                stranger.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static Void guessUntil(AtomicBoolean enough, String name, CountDownLatch turnedAway) {
        while (!enough.get()) {
            if (isTurnedAway(name)) {
                turnedAway.countDown();
            }
        }
        return null;
    }

    @Test
    @Order(2)
    void whoGuessesFromOneAddressLocksOutNobodyElse() {
        try (PersonBrowser stranger = newcomer();
                PersonBrowser newPhone = newcomer()) {
            HttpResponse<String> answer = guess(stranger, "Ana");
            for (int tries = 0; tries < 30 && answer.statusCode() == 422; tries++) {
                answer = guess(stranger, "Ana");
            }
            assertTooOften(answer);
            assertTooOften(guess(stranger, "Bia"));
            assertEquals(303, newPhone.fillIn("/sign-in", ANA).statusCode());
        }
    }

    /** The last one: it uses up what a name has, which comes back one by one. */
    @Test
    @Order(3)
    void whoGuessesFromManyAddressesDoesNotLockOutADeviceThatIsKnown() throws Exception {
        guessTogether("Ana", 120);
        try (PersonBrowser newPhone = newcomer()) {
            assertTooOften(afterGuessing("Ana", newPhone));
            assertEquals(422, guess(newPhone, "Bruno").statusCode(), "another name is not counted for it");
        }
        home.fillIn("/", "/sign-out", Map.of());
        assertEquals(303, home.fillIn("/sign-in", ANA).statusCode());
    }

    /** Being turned away because too many ask counts as a try, too, and costs no time. */
    private static void guessTogether(String name, int times) throws Exception {
        try (ExecutorService strangers = Executors.newFixedThreadPool(MANY)) {
            CompletableFuture<?>[] guesses = new CompletableFuture<?>[times];
            Arrays.setAll(guesses, number -> CompletableFuture.runAsync(() -> isTurnedAway(name), strangers));
            CompletableFuture.allOf(guesses).get(120, TimeUnit.SECONDS);
        }
    }

    /** What a newcomer is told when the name's tries have just been used up. */
    private static HttpResponse<String> afterGuessing(String name, PersonBrowser newPhone) {
        HttpResponse<String> answer = newPhone.get("/sign-in");
        // A try comes back every six seconds, and may do so just between the two.
        for (int rounds = 0; rounds < 10 && answer.statusCode() != 429; rounds++) {
            while (!isTooOften(name)) {
                continue;
            }
            answer = guess(newPhone, name);
        }
        return answer;
    }

    private static boolean isTooOften(String name) {
        try (PersonBrowser stranger = newcomer()) {
            return guess(stranger, name).statusCode() == 429;
        }
    }

    /** A new address each time; whether it was, and was told when to come again. */
    private static boolean isTurnedAway(String name) {
        try (PersonBrowser stranger = newcomer()) {
            HttpResponse<String> answer = guess(stranger, name);
            if (answer.statusCode() == 422) {
                return false;
            }
            assertTrue(Set.of(429, 503).contains(answer.statusCode()), answer::toString);
            assertComesAgain(answer);
            return true;
        }
    }

    private static HttpResponse<String> guess(PersonBrowser browser, String name) {
        return browser.fillIn("/sign-in", Map.of("name", name, "password", "not hers at all"));
    }

    private static void assertTooOften(HttpResponse<String> answer) {
        assertEquals(429, answer.statusCode());
        assertComesAgain(answer);
    }

    private static void assertComesAgain(HttpResponse<String> answer) {
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
    }

    private static PersonBrowser newcomer() {
        int number = ADDRESSES.incrementAndGet();
        return PersonBrowser.from("198.18.%d.%d".formatted(number / 250, 1 + number % 250), address());
    }

    private static URI address() {
        return URI.create(server.url("/"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
