package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Ana's party is on and nothing is heard: her page says why. */
class SilenceStory {
    @Test
    void aPartyWithoutMusicSaysWhatToDo() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop()) {
            ana.open(server.url("/party"));
            ana.see("[data-start] button").sendKeys(Keys.ENTER);
            ana.see("[data-part=live]");
            assertEquals("Your party is on", ana.value("document.activeElement.textContent.trim()"));
            ana.seeText(".party-access", "Not listed");
            ana.seeText(".invite .hint", "Whoever has the link can listen");
            ana.click("[data-music~=none] a");
            ana.await("the records are shown", () -> ana.path().equals("/releases") ? true : null);
            ana.click("main .card-play button");
            ana.click("party-button a");
            ana.see("[data-part=live]");
            ana.gone("[data-music]");
            ana.click("player-bar [data-action=toggle]");
            ana.seeText("[data-music]", "paused");
            Pictures.take(ana, "host-paused");
            anaPlaysToTheVeryEnd(ana);
            ana.seeText("[data-music]", "Everything in the queue has been played");
            Pictures.take(ana, "host-finished");
            ana.reload();
            ana.seeText("[data-music]", "Everything in the queue has been played");
            ana.click("player-bar [data-action=toggle]");
            ana.gone("[data-music]");
            anaPlaysFromTheBeginning(ana);

            ana.see("[data-action=ask-end]").sendKeys(Keys.ENTER);
            ana.see("dialog [data-action=end]").sendKeys(Keys.ENTER);
            ana.see("[data-part=idle]");
            assertEquals("Play for your friends", ana.value("document.activeElement.textContent.trim()"));
        }
    }

    private static void anaPlaysToTheVeryEnd(Browser ana) {
        ana.script("""
                const done = arguments[arguments.length - 1];
                import("/js/app.js").then(async ({ player }) => {
                  await player.play([player.current], 0);
                  player.addEventListener("pause", () => done(), { once: true });
                  player.seek(player.durationSec - 0.2);
                });
                """);
    }

    private static void anaPlaysFromTheBeginning(Browser ana) {
        Object second = ana.script("""
                const done = arguments[arguments.length - 1];
                import("/js/app.js").then(({ player }) => {
                  player.addEventListener("position", () => player.positionSec > 1 && done(Math.floor(player.positionSec)));
                });
                """);
        assertTrue(((Number) second).intValue() < 30, "not at its end again: " + second);
    }
}
