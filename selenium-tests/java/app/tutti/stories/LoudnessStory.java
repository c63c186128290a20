package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ana's tracks are differently loud, and say by how much; who comes to her party does not hear it. */
class LoudnessStory {
    private static final Tone AS_IT_IS = new Tone(330, 120);
    private static final Tone LOUD = new Tone(440, 120);
    private static final Tone QUIET = new Tone(660, 120);

    /** Of one track more than of the other. */
    private static final int APART = 18;

    private static final int LOUD_GAIN = -10;
    private static final double ALIKE = 1;

    /** From one half second to the next. */
    private static final double STEADY = 0.3;

    @TempDir
    private static Path music;

    private static TuttiServer server;

    @BeforeAll
    static void threeTonesAreThere() throws IOException {
        int loud = 12;
        write("As It Is", AS_IT_IS, loud);
        write("Loud", LOUD, loud, gain(LOUD_GAIN), "REPLAYGAIN_TRACK_PEAK=0.5");
        write("Quiet", QUIET, loud - APART, gain(LOUD_GAIN + APART), "REPLAYGAIN_TRACK_PEAK=0.0625");
        server = TuttiServer.notStarted().with("TUTTI_MUSIC_DIR", music.toString());
        server.start();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    void everyTrackIsEquallyLoudForWhoListens() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            ana.open(server.url(server.pageOf("Loud")));
            ana.click("tr[data-title='As It Is'] play-button button");
            bruno.open(PartyStory.anaStartsAParty(ana));
            PartyStory.brunoHears(bruno, "As It Is");
            double asItIs = level(bruno, AS_IT_IS);

            ana.click("player-bar [data-action=next]");
            bruno.seeText("party-listener h1[data-field=title]", "Loud");
            double loud = level(bruno, LOUD);
            assertEquals(asItIs + LOUD_GAIN, loud, ALIKE, "what a track says of itself is heeded, and nothing else");

            ana.slide("player-bar [data-slider=volume]", 0.1);
            assertEquals(loud, level(bruno, LOUD), ALIKE, "how loud it is at Ana's is nobody else's business");
            ana.click("player-bar [data-action=mute]");
            assertEquals("true", ana.see("player-bar [data-action=mute]").getAttribute("aria-pressed"));
            assertEquals(loud, level(bruno, LOUD), ALIKE, "nor whether she hears it at all");

            ana.click("player-bar [data-action=next]");
            bruno.seeText("party-listener h1[data-field=title]", "Quiet");
            assertEquals(loud, level(bruno, QUIET), ALIKE, "both are equally loud, also while she hears neither");
            ana.click("player-bar [data-action=mute]");
            ana.slide("player-bar [data-slider=volume]", 1);
            assertEquals(loud, level(bruno, QUIET), ALIKE, "and when she does");
            assertTrue(ana.complaints().isEmpty(), ana.complaints().toString());
        }
    }

    /** In dB, once two in a row say the same of this tone. */
    private static double level(Browser bruno, Tone tone) {
        double[] before = {Double.NaN};
        return bruno.await("a steady tone of %.0f Hz".formatted(tone.hertz()), () -> {
            Ears now = Ears.at(bruno, "html > audio");
            double last = before[0];
            before[0] = now.hear(tone) ? now.decibels() : Double.NaN;
            return Math.abs(before[0] - last) < STEADY ? before[0] : null;
        });
    }

    private static void write(String title, Tone tone, int decibels, String... tags) throws IOException {
        Path folder = Files.createDirectories(music.resolve("Ana/Tones"));
        tone.write(
                folder.resolve(title + ".flac"),
                "flac",
                decibels,
                Stream.concat(Stream.of("TITLE=" + title), Stream.of(tags)).toList());
    }

    private static String gain(int decibels) {
        return "REPLAYGAIN_TRACK_GAIN=%d.00 dB".formatted(decibels);
    }
}
