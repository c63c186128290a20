package app.tutti.catalog.tags.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.control.TestFiles;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.library.entity.Lyrics;
import app.tutti.catalog.tags.entity.Credit;
import app.tutti.catalog.tags.entity.Loudness;
import app.tutti.catalog.tags.entity.TrackTags;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.flac", "tone.ogg", "tone.opus", "tone.m4a"})
    void everyFormatTellsTheSame(String file) throws FileRefused {
        TrackTags tags = read(file).track();
        assertEquals("Canção 夜 ♪", tags.title());
        assertEquals(Credit.of("Ana Braga"), tags.artist());
        assertEquals(Credit.of("The Tutti Band"), tags.releaseArtist());
        assertEquals("First Light", tags.release());
        assertEquals(2, tags.disc());
        assertEquals(3, tags.number());
        assertEquals(1999, tags.year());
        assertEquals(300, read(file).sound().duration(), 50, "an encoder may pad the 0.3 s");
    }

    @Test
    void hostileTextComesOutCleanAndMarkupComesOutAsText() throws FileRefused {
        TrackTags tags = read("hostile.flac").track();
        assertEquals("<script>alert(1)</script>", tags.title());
        assertEquals("Mal3pm.exe", tags.artist().text());
        assertEquals("NL", tags.release());
    }

    @Test
    void aFileWithoutTagsIsStillMusic() throws FileRefused {
        AudioTags tags = read("untagged.flac");
        assertEquals("", tags.track().title());
        assertEquals(300, tags.sound().duration());
        assertFalse(picture("untagged.flac").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictured.flac", "pictured.opus", "pictured.mp3", "pictured.m4a"})
    void anEmbeddedPictureComesOutAsItWentIn(String file) throws FileRefused {
        assertArrayEquals(TestFiles.bytes("cover.jpg"), picture(file).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text.mp3", "truncated.m4a", "truncated.opus"})
    void whatIsNotMusicIsRefusedWithAReason(String file) {
        FileRefused refused = assertThrows(FileRefused.class, () -> read(file));
        assertFalse(refused.getMessage().isBlank());
        assertFalse(refused.getMessage().contains("Cannot invoke"), refused.getMessage());
    }

    @Test
    void aLengthThatIsALieIsRefused(@TempDir Path folder) throws Exception {
        byte[] lying = TestFiles.bytes("tone.opus");
        int comments = indexOf(lying, "OpusTags");
        assertTrue(comments > 0, "the file must have a comment header");
        ByteBuffer.wrap(lying).putInt(comments + 8, 0xFFFFFF7F);
        Path file = Files.write(folder.resolve("lying.opus"), lying);
        assertThrows(FileRefused.class, () -> TagReader.read(file, AudioFormat.OPUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.flac", "tone.ogg", "tone.opus", "tone.m4a"})
    void aFileCutAnywhereIsReadOrRefusedButNeverHarms(String name, @TempDir Path folder) throws Exception {
        byte[] whole = TestFiles.bytes(name);
        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            Path file = Files.write(folder.resolve(name), cut);
            try {
                TagReader.read(file, AudioFormat.of(name).orElseThrow());
            } catch (FileRefused expected) {
                assertFalse(expected.getMessage().isBlank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rich.flac", "rich.ogg", "rich.opus", "rich.mp3"})
    void whatOtherProgramsWroteIsUnderstood(String file) throws FileRefused {
        TrackTags tags = read(file).track();
        assertEquals("Duet", tags.title());
        assertEquals(List.of("Ana", "Bia"), tags.artist().names());
        assertEquals("Both", tags.release());
        assertTrue(tags.genres().contains("Jazz"), tags.genres().toString());
        assertEquals(-7.5f, tags.loudness().gain());
    }

    @Test
    void multipleValuesAndIdsComeOutOneByOne() throws FileRefused {
        TrackTags tags = read("rich.flac").track();
        assertEquals("Ana feat. Bia", tags.artist().text());
        assertEquals(
                UUID.fromString("00000000-0000-0000-0000-00000000000b"),
                tags.artist().id(1));
        assertEquals(List.of("Jazz", "Bossa Nova", "Samba"), tags.genres());
        assertEquals(new Loudness(-7.5f, 0.988f, -6.25f, 1f), tags.loudness());
        assertTrue(tags.compilation());
        assertEquals(UUID.fromString("11111111-2222-3333-4444-555555555555"), tags.id());
        assertEquals(UUID.fromString("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), tags.releaseId());
    }

    @Test
    void releaseIdsAreFoundInFramesWithFreeNames() throws FileRefused {
        assertEquals(
                UUID.fromString("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
                read("ids.mp3").track().releaseId());
    }

    @Test
    void lyricsWithTimesAreSynced() throws FileRefused {
        assertEquals(
                new Lyrics(true, "[00:00.10]One\n[00:00.20]Two"),
                read("rich.flac").track().lyrics());
        assertEquals(new Lyrics(false, "Only words"), read("rich.mp3").track().lyrics());
    }

    @Test
    void gainsOfR128BecomeThoseOfReplayGain() throws FileRefused {
        Loudness loudness = read("rich.opus").track().loudness();
        assertEquals(-7.5f, loudness.gain());
        assertEquals(-6.25f, loudness.releaseGain());
    }

    @Test
    void theOldestTagsHaveNumbersForGenres() throws FileRefused {
        TrackTags tags = read("one.mp3").track();
        assertEquals("Old", tags.title());
        assertEquals(List.of("Jazz"), tags.genres());
        assertEquals(1999, tags.year());
    }

    @ParameterizedTest
    @CsvSource({"alac.m4a,ALAC", "tone.aiff,AIFF", "tone.wav,WAV", "tone.wma,WMA", "opus.ogg,OPUS", "tone.m4a,M4A"})
    void whatIsInsideIsKnown(String file, AudioFormat format) throws FileRefused {
        AudioTags tags = read(file);
        assertEquals(format, tags.sound().format());
        assertEquals(300, tags.sound().duration(), 60);
        assertEquals(1, tags.sound().channels());
        assertTrue(
                tags.sound().sampleRate() >= 8000 && tags.sound().bitrate() > 0,
                tags.sound().toString());
        assertFalse(tags.track().title().isEmpty());
        assertFalse(tags.track().artist().names().isEmpty());
    }

    @Test
    void aPictureOfFiftyMegabytesKeepsTheFileOutAndTheMemoryFree(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("huge.mp3");
        try (var bytes = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[] {'I', 'D', '3', 4, 0, 0, 25, 0, 0, 0});
            bytes.setLength(60_000_000);
        }
        FileRefused refused = assertThrows(FileRefused.class, () -> TagReader.read(file, AudioFormat.MP3));
        assertEquals(RefusalReason.TOO_LARGE, refused.refusal());
    }

    private static AudioTags read(String file) throws FileRefused {
        return TagReader.read(TestFiles.path(file), AudioFormat.of(file).orElseThrow());
    }

    private static Optional<byte[]> picture(String file) throws FileRefused {
        return TagReader.pictures(TestFiles.path(file), AudioFormat.of(file).orElseThrow()).stream()
                .findFirst();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
