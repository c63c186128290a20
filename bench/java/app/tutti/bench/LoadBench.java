package app.tutti.bench;

import app.tutti.stories.Browser;
import app.tutti.stories.TuttiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a newcomer waits for on a slow line: the first page with its player, and the first sound after a tap; in Chromium. */
final class LoadBench {
    /** As Chromium's developer tools emulate it: the rate of all together, and the wait of each request. */
    private record Line(String name, int kilobitsPerSecond, int latencyMillis) {}

    private record FirstPage(
            double requests, double covers, double kilobytes, double controlsMillis, double allMillis) {}

    private static final List<Line> LINES = List.of(
            new Line("fast 3G: 1.6 Mbit/s, 150 ms", 1600, 150), new Line("slow 3G: 400 kbit/s, 400 ms", 400, 400));
    private static final List<String> TITLES = List.of("Two Rooms", "Last Tram", "Slow Satellites");
    private static final int ROUNDS = 3;

    /** The player can be used as soon as its element is known; what plays, plays from its first moment on. */
    private static final String WATCH = """
            customElements.whenDefined("player-bar").then(() => { window.controlsAt = performance.now(); });
            addEventListener("click", () => { window.clickedAt = performance.now(); }, true);
            const play = HTMLMediaElement.prototype.play;
            HTMLMediaElement.prototype.play = function () {
              const look = () => {
                if (this.currentTime > 0) {
                  window.soundAt ??= performance.now() - this.currentTime * 1000;
                } else {
                  setTimeout(look, 5);
                }
              };
              look();
              return play.call(this);
            };
            """;

    /** Until nothing has come for a second; then what came, of which the page itself is one. */
    private static final String LOADED = """
            const done = arguments[0];
            const entries = () => [
              ...performance.getEntriesByType("navigation"),
              ...performance.getEntriesByType("resource"),
            ];
            const look = (before) => {
              const now = entries();
              if (!window.controlsAt || now.length !== before || now.some(({ responseEnd }) => !responseEnd)) {
                setTimeout(look, 1500, now.length);
                return;
              }
              const isCover = ({ name }) => new URL(name).pathname.startsWith("/covers/");
              const rest = now.filter((entry) => !isCover(entry));
              done({
                requests: rest.length,
                covers: now.length - rest.length,
                bytes: rest.reduce((sum, { transferSize }) => sum + transferSize, 0),
                controlsAt: window.controlsAt,
                allAt: Math.max(...rest.map(({ responseEnd }) => responseEnd)),
              });
            };
            look(0);
            """;

    private LoadBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        try (TuttiServer server = TuttiServer.started()) {
            TITLES.forEach(server::pageOf);
            // Once, so that nobody waits for the server's own start.
            firstPage(server, new Line("", 0, 0));
            System.out.println("| line | requests | covers | KB | music controls, ms | all of it, ms |");
            System.out.println("|---|---|---|---|---|---|");
            for (Line line : LINES) {
                firstPages(server, line, rounds);
            }
            System.out.println();
            System.out.println("| line | track | from the click to sound, ms |");
            System.out.println("|---|---|---|");
            for (Line line : LINES) {
                TITLES.forEach(title -> sounds(server, line, title, rounds));
            }
        }
        System.exit(0);
    }

    private static void firstPages(TuttiServer server, Line line, int rounds) {
        List<FirstPage> pages = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            pages.add(firstPage(server, line));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                line.name,
                median(pages, FirstPage::requests),
                median(pages, FirstPage::covers),
                median(pages, FirstPage::kilobytes),
                median(pages, FirstPage::controlsMillis),
                median(pages, FirstPage::allMillis));
    }

    private static FirstPage firstPage(TuttiServer server, Line line) {
        try (Browser browser = Browser.desktop()) {
            browser.patient(120);
            browser.beforeEveryPage(WATCH);
            browser.network(line.kilobitsPerSecond, line.latencyMillis);
            browser.open(server.url("/"));
            Map<?, ?> found = (Map<?, ?>) browser.script(LOADED);
            return new FirstPage(
                    number(found, "requests"),
                    number(found, "covers"),
                    number(found, "bytes") / 1000,
                    number(found, "controlsAt"),
                    number(found, "allAt"));
        }
    }

    private static void sounds(TuttiServer server, Line line, String title, int rounds) {
        List<Double> waits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (Browser browser = Browser.desktop()) {
                browser.patient(120);
                browser.beforeEveryPage(WATCH);
                browser.network(line.kilobitsPerSecond, line.latencyMillis);
                browser.open(server.url(server.pageOf(title)));
                browser.script(LOADED);
                browser.click("tr[data-title='" + title + "'] play-button button");
                waits.add(browser.await(
                        "sound",
                        () -> browser.value("window.soundAt && window.soundAt - window.clickedAt") instanceof Number ms
                                        && ms.doubleValue() > 0
                                ? ms.doubleValue()
                                : null));
            }
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %.0f |%n", line.name, title, median(waits, wait -> wait));
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> number) {
        double[] sorted = values.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double number(Map<?, ?> found, String name) {
        return ((Number) found.get(name)).doubleValue();
    }
}
