package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ana searches while she types. */
class SearchStory {
    /** The answer to the first search is here, and reaches the page when `letGo` is called: as far as it still may. */
    private static final String FIRST_ANSWER_IS_HELD = """
            const ask = window.fetch;
            const gate = new Promise((open) => { window.letGo = open; });
            window.fetch = async (url, init) => {
              if (window.held || !String(url).includes("/search?")) {
                return ask(url, init);
              }
              window.held = "asked";
              const answer = await ask(url, init);
              window.held = "here";
              window.over = gate.then(() => init.signal?.throwIfAborted());
              await window.over;
              return answer;
            };
            """;

    @Test
    void anOldAnswerNeverComesAfterANewOne() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop()) {
            server.pageOf("Slow Satellites");
            ana.beforeEveryPage(FIRST_ANSWER_IS_HELD);
            ana.open(server.url("/"));
            ana.type("search-field input", "rooms");
            ana.await("the first answer is held", () -> "here".equals(ana.value("window.held")) ? true : null);
            assertTrue(!ana.sees(".glance .track[data-title='Two Rooms']"), "it is not shown yet");

            ana.script("const field = document.querySelector('search-field input'); field.select(); arguments[0]()");
            ana.type("search-field input", "satellites");
            ana.see(".glance .track[data-title='Slow Satellites']");
            ana.script("""
                    const done = arguments[0];
                    const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
                    letGo();
                    over.catch(() => {}).then(painted).then(painted).then(painted).then(done);
                    """);
            assertEquals(
                    "Slow Satellites",
                    ana.value(
                            "[...document.querySelectorAll('.glance .track')].map((row) => row.dataset.title).join()"));
        }
    }
}
