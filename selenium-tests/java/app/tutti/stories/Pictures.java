package app.tutti.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pictures of what a story shows, for people to look at: in the folder {@code STORY_PICTURES} names, if it does. */
final class Pictures {
    private static final String FOLDER = System.getenv("STORY_PICTURES");

    private Pictures() {}

    /** Wide and narrow, light and dark; leaves the browser as it was. */
    static void take(Browser browser, String name) {
        if (FOLDER == null) {
            return;
        }
        int width = browser.width();
        for (int wide : List.of(360, 1280)) {
            browser.resize(wide);
            for (String theme : List.of("light", "dark")) {
                theme(browser, theme);
                browser.screenshot(folder().resolve("%s-%d-%s.png".formatted(name, wide, theme)));
            }
        }
        theme(browser, "auto");
        browser.resize(width);
    }

    private static void theme(Browser browser, String theme) {
        browser.value("document.documentElement.dataset.theme = '" + theme + "'");
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(FOLDER));
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
