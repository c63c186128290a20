package app.tutti.catalog.audio.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.Tone;
import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.entity.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the ffmpeg that is installed. */
class ConversionsTest {
    private static final Tone TONE = new Tone(1000, 2.5);
    private static final long AN_HOUR = 3600;

    @TempDir
    Path folder;

    private Path copies;
    private Conversions conversions;

    @BeforeEach
    void ffmpegIsThere() throws IOException {
        assertTrue(Ffmpeg.isThere(), "these tests need ffmpeg");
        copies = Files.createDirectory(folder.resolve("converted"));
        conversions = new Conversions(new ConvertedFiles(copies, 1L << 30));
    }

    @AfterEach
    void nothingRuns() {
        conversions.stop();
    }

    @ParameterizedTest
    @CsvSource({"ALAC,alac,a.m4a,.flac", "AIFF,pcm_s24be,a.aiff,.flac", "WMA,wmav2,a.wma,.mp3"})
    void whatIsMadeSoundsTheSame(AudioFormat format, String codec, String name, String ending) throws Exception {
        Path copy = made(TONE.write(folder.resolve(name), codec), format);
        assertTrue(copy.toString().endsWith(ending), copy.toString());
        Tone heard = Tone.in(copy);
        assertEquals(TONE.hertz(), heard.hertz(), 5);
        assertEquals(TONE.seconds(), heard.seconds(), format == AudioFormat.WMA ? 0.15 : 0.0001);
    }

    @Test
    void namesAreNeverTakenForOptionsOrPatterns() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("-i %03d 'x' |y")).resolve("-y concat:a|b;$(id).aiff");
        Files.move(TONE.write(folder.resolve("a.aiff"), "pcm_s16be"), odd);
        assertEquals(TONE.seconds(), Tone.in(made(odd, AudioFormat.AIFF)).seconds(), 0.0001);
    }

    @Test
    void aPlaylistThatIsCalledASongOpensNothingElse() throws Exception {
        Path other = TONE.write(folder.resolve("other.wav"), "pcm_s16le");
        Path song = Files.writeString(folder.resolve("a.aiff"), "ffconcat version 1.0\nfile '" + other + "'\n");
        try (ConversionRequest wish = conversions.wish(song, AudioFormat.AIFF)) {
            Throwable failed =
                    assertThrows(CompletionException.class, () -> await(wish)).getCause();
            assertInstanceOf(IOException.class, failed);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatIsMadeIsMadeOnce() throws Exception {
        Path song = TONE.write(folder.resolve("a.aiff"), "pcm_s16be");
        try (ConversionRequest ana = conversions.wish(song, AudioFormat.AIFF);
                ConversionRequest bia = conversions.wish(song, AudioFormat.AIFF)) {
            assertEquals(await(ana), await(bia));
        }
        FileTime written = Files.getLastModifiedTime(files().getFirst());
        made(song, AudioFormat.AIFF);
        assertEquals(written, Files.getLastModifiedTime(files().getFirst()));
        assertEquals(1, files().size());
    }

    @Test
    void aChangedFileIsMadeAnew() throws Exception {
        Path before = made(TONE.write(folder.resolve("a.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        Path after = made(new Tone(500, 1).write(folder.resolve("a.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        assertFalse(before.equals(after));
        assertEquals(500, Tone.in(after).hertz(), 5);
    }

    @Test
    void itEndsWhenTheLastWhoWaitsHasGone() throws Exception {
        Path song = Tone.longSilence(folder.resolve("a.aiff"), AN_HOUR);
        ConversionRequest ana = conversions.wish(song, AudioFormat.AIFF);
        ConversionRequest bia = conversions.wish(song, AudioFormat.AIFF);
        PackagedWar.await("it is being made", () -> running() == 1);
        ana.close();
        ana.close();
        assertEquals(1, running(), "Bia still waits");
        bia.close();
        PackagedWar.await("ffmpeg has ended", () -> running() == 0);
        PackagedWar.await("nothing is left", () -> files().isEmpty());
    }

    @Test
    void whoComesAgainAtOnceGetsItAllTheSame() throws Exception {
        Path song = Tone.longSilence(folder.resolve("a.aiff"), AN_HOUR / 4);
        ConversionRequest gone = conversions.wish(song, AudioFormat.AIFF);
        PackagedWar.await("it is being made", () -> running() == 1);
        gone.close();
        assertEquals(AN_HOUR / 4.0, Tone.in(made(song, AudioFormat.AIFF)).seconds(), 0.0001);
        PackagedWar.await("only that is left", () -> files().size() == 1);
    }

    @Test
    void soManyWaitAndNoMore() throws Exception {
        List<ConversionRequest> wishes = new ArrayList<>();
        assertThrows(ConversionsBusy.class, () -> {
            for (int song = 0; song < 1000; song++) {
                Path file = Tone.longSilence(folder.resolve(song + ".aiff"), AN_HOUR);
                wishes.add(conversions.wish(file, AudioFormat.AIFF));
            }
        });
        int cores = Runtime.getRuntime().availableProcessors();
        assertEquals(16 + Math.max(1, cores / 2), wishes.size());
        assertTrue(running() <= Math.max(1, cores / 2));
        wishes.getLast().close();
        wishes.add(conversions.wish(folder.resolve(wishes.size() + ".aiff"), AudioFormat.AIFF));
        wishes.forEach(ConversionRequest::close);
        PackagedWar.await("all have ended", () -> running() == 0);
    }

    @Test
    void whatNobodyHasAskedForLongestGoesFirst() throws Exception {
        Path ana = made(TONE.write(folder.resolve("ana.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        long room = 5 * Files.size(ana) / 2;
        conversions = new Conversions(new ConvertedFiles(copies, room));
        Path bia = made(TONE.write(folder.resolve("bia.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        longAgo(bia, 2);
        longAgo(ana, 3);
        assertEquals(ana, made(folder.resolve("ana.aiff"), AudioFormat.AIFF), "asked for again");
        Path caio = made(TONE.write(folder.resolve("caio.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        assertEquals(Stream.of(ana, caio).sorted().toList(), files());
    }

    @Test
    void oneThatIsLargerThanAllMayBeIsNotKept() throws Exception {
        conversions = new Conversions(new ConvertedFiles(copies, 10_000));
        Path song = TONE.write(folder.resolve("a.aiff"), "pcm_s16be");
        try (ConversionRequest wish = conversions.wish(song, AudioFormat.AIFF)) {
            assertThrows(CompletionException.class, () -> await(wish));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aStartTakesAwayWhatAKillHasLeft() throws Exception {
        Path copy = made(TONE.write(folder.resolve("a.aiff"), "pcm_s16be"), AudioFormat.AIFF);
        Files.createFile(copies.resolve("copy123.part"));
        conversions.begin(null);
        assertEquals(List.of(copy), files());
    }

    private Path made(Path song, AudioFormat format) throws IOException {
        try (ConversionRequest wish = conversions.wish(song, format)) {
            return await(wish);
        }
    }

    private static Path await(ConversionRequest wish) {
        return wish.file().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static long running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.endsWith(".part")))
                .count();
    }

    private static void longAgo(Path file, int hours) throws IOException {
        FileTime then = FileTime.fromMillis(System.currentTimeMillis() - hours * 3_600_000L);
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(null, then, null);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(copies)) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
