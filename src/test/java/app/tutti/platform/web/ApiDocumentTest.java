package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.Route;
import app.tutti.Routes;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** openapi.txt says something of every endpoint that there is, and of no other. */
class ApiDocumentTest {
    @Test
    void everyEndpointHasASentence() {
        TreeSet<String> routes =
                new TreeSet<>(Routes.resources().map(Route::toString).toList());
        assertTrue(routes.size() > 60, "the routes are found");
        assertEquals(
                List.copyOf(routes),
                List.copyOf(new TreeSet<>(ApiDocument.sentences().keySet())));
    }

    @Test
    void aSentenceIsOne() {
        ApiDocument.sentences()
                .forEach((endpoint, sentence) -> assertTrue(sentence.matches("[A-Z].{5,100}\\."), endpoint));
    }
}
