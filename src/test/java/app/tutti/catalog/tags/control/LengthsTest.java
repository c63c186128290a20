package app.tutti.catalog.tags.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.catalog.audio.control.Conversion;
import app.tutti.catalog.audio.control.ConvertedFiles;
import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.control.TestFiles;
import app.tutti.catalog.files.entity.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose headers do not say how long they are, or say what is not so. */
class LengthsTest {
    private static final Path FILES = Path.of("src/test/resources/catalogue/lengths");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "vbr-without-xing.mp3, 3396, MP3",
        "unknown-samples.flac, 300, FLAC",
        "piped.flac, 3000, FLAC",
        "flac.oga, 300, OGG_FLAC",
        "flac.ogg, 300, OGG_FLAC",
        "rf64.wav, 2000, WAV",
        "ffff.wav, 2000, WAV",
        "zero.wav, 2000, WAV",
        "eightbit.wav, 2000, WAV",
        "piped.wav, 3000, WAV",
        "fragmented.m4a, 3000, M4A",
        "fragmented-dash.m4a, 3000, M4A",
        "radio.opus, 2000, OPUS"
    })
    void whatIsHeardIsMeasured(String name, long milliseconds, AudioFormat format) throws FileRefused {
        AudioTags tags = read(FILES.resolve(name));
        assertEquals(format, tags.sound().format());
        assertEquals(milliseconds, tags.sound().duration(), 100);
    }

    @ParameterizedTest
    @CsvSource({"tone.mp3", "tone.flac", "tone.ogg", "tone.opus", "tone.m4a", "tone.wav", "tone.aiff", "alac.m4a"})
    void whatIsToldIsBelieved(String name) throws FileRefused {
        assertEquals(300, read(TestFiles.path(name)).sound().duration(), 60);
    }

    @Test
    void whatNothingTellsIsUnknown() throws Exception {
        byte[] flac = Files.readAllBytes(FILES.resolve("unknown-samples.flac"));
        int frames = indexOfFrames(flac);
        Path silent = Files.write(folder.resolve("a.flac"), java.util.Arrays.copyOf(flac, frames));
        assertEquals(0, read(silent).sound().duration());
    }

    @ParameterizedTest
    @CsvSource({
        "a.aac, adts, aac, AAC",
        "a.mka, matroska, libvorbis, MATROSKA",
        "a.webm, webm, libopus, WEBM",
        "a.wv, wv, wavpack, WAVPACK",
        "a.w64, w64, pcm_s16le, WAVE64",
        "a.tta, tta, tta, TRUE_AUDIO",
        "a.mp4, mp4, aac, M4A"
    })
    void whatOnlyFfmpegKnowsIsReadAndPlayed(String name, String muxer, String codec, AudioFormat format)
            throws Exception {
        assumeTrue(Ffmpeg.isThere() && Ffmpeg.canProbe());
        Path file = made(name, muxer, codec);
        AudioTags tags = read(file);
        assertEquals(format, tags.sound().format());
        assertEquals(2000, tags.sound().duration(), 120);
        if (!format.playsInBrowsers()) {
            ConvertedFiles copies = new ConvertedFiles(Files.createDirectories(folder.resolve("copies")), 1L << 30);
            Path copy = copies.place(file, format.played());
            new Conversion(file, format, copy).run(copies);
            assertEquals(2000, read(copy).sound().duration(), 150);
        }
    }

    /** One bit for each sample, of which this many are silence. */
    @Test
    void dsdBecomesFlac() throws Exception {
        assumeTrue(Ffmpeg.isThere() && Ffmpeg.canProbe());
        Path file = folder.resolve("a.dsf");
        int bytes = 4096 * 86;
        ByteBuffer dsf = ByteBuffer.allocate(28 + 52 + 12 + bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        dsf.put("DSD ".getBytes()).putLong(28).putLong(dsf.capacity()).putLong(0);
        dsf.put("fmt ".getBytes())
                .putLong(52)
                .putInt(1)
                .putInt(0)
                .putInt(1)
                .putInt(1)
                .putInt(2_822_400)
                .putInt(1);
        dsf.putLong(8L * bytes).putInt(4096).putInt(0);
        dsf.put("data".getBytes()).putLong(12L + bytes);
        while (dsf.hasRemaining()) {
            dsf.put((byte) 0x69);
        }
        Files.write(file, dsf.array());
        AudioTags tags = read(file);
        assertEquals(AudioFormat.DSF, tags.sound().format());
        assertEquals(1000, tags.sound().duration(), 20);
        ConvertedFiles copies = new ConvertedFiles(Files.createDirectories(folder.resolve("copies")), 1L << 30);
        Path copy = copies.place(file, AudioFormat.FLAC);
        new Conversion(file, AudioFormat.DSF, copy).run(copies);
        assertEquals(88_200, read(copy).sound().sampleRate());
    }

    @Test
    void aFilmIsLeftOutForWhatItIs() throws Exception {
        assumeTrue(Ffmpeg.isThere() && Ffmpeg.canProbe());
        for (String name : List.of("a.mp4", "a.webm")) {
            Path film = folder.resolve(name);
            Ffmpeg.run(
                    java.time.Duration.ofMinutes(1),
                    List.of(
                            "-v",
                            "error",
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc=s=64x64:d=0.5",
                            "-f",
                            "lavfi",
                            "-i",
                            "sine=d=0.5",
                            "-y",
                            film.toString()));
            FileRefused refused = assertThrows(FileRefused.class, () -> read(film));
            assertEquals(RefusalReason.FILM, refused.refusal());
        }
    }

    /** As a book of sixty hours has them: where its samples lie takes more than all tags may. */
    @Test
    void longSampleTablesAreNoTags() throws Exception {
        byte[] m4a = TestFiles.bytes("tone.m4a");
        int moov = indexOf(m4a, "moov") - 4;
        assertTrue(moov > 0, "the file must have its tags in it");
        long more = 37L << 20;
        Path file = folder.resolve("book.m4b");
        List<Integer> holders = new ArrayList<>();
        for (String box : List.of("moov", "trak", "mdia", "minf", "stbl")) {
            holders.add(indexOf(m4a, box) - 4);
        }
        int end = holders.getLast() + ByteBuffer.wrap(m4a).getInt(holders.getLast());
        ByteBuffer head = ByteBuffer.wrap(m4a.clone());
        holders.forEach(place -> head.putInt(place, (int) (head.getInt(place) + more)));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(head.slice(0, end));
            channel.write(ByteBuffer.allocate(8)
                    .putInt((int) more)
                    .put("free".getBytes())
                    .flip());
            channel.write(head.slice(end, m4a.length - end), end + more);
        }
        AudioTags tags = read(file);
        assertEquals("Canção 夜 ♪", tags.track().title());
        assertEquals(300, tags.sound().duration(), 60);
        assertFalse(TagSize.isHuge(TestFiles.path("tone.m4a"), AudioFormat.M4A));
        assertTrue(TagSize.isHuge(file, AudioFormat.M4A));
    }

    private Path made(String name, String muxer, String codec) throws Exception {
        Path file = folder.resolve(name);
        Ffmpeg.run(
                java.time.Duration.ofMinutes(1),
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=2:r=48000",
                        "-c:a",
                        codec,
                        "-f",
                        muxer,
                        "-y",
                        file.toString()));
        return file;
    }

    private static AudioTags read(Path file) throws FileRefused {
        return TagReader.read(
                file, AudioFormat.of(file.getFileName().toString()).orElseThrow());
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    /** Behind the last block of metadata. */
    private static int indexOfFrames(byte[] flac) {
        ByteBuffer bytes = ByteBuffer.wrap(flac);
        int place = 4;
        int block;
        do {
            block = bytes.getInt(place);
            place += 4 + (block & 0xFFFFFF);
        } while (block >= 0);
        return place;
    }
}
