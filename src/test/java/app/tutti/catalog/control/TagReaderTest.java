package app.tutti.catalog.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.entity.AudioFormat;
import app.tutti.catalog.entity.Credit;
import app.tutti.catalog.entity.TrackTags;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static AudioTags read(String file) throws FileRefused {
        return TagReader.read(TestFiles.path(file), AudioFormat.of(file).orElseThrow());
    }

    private static Optional<byte[]> picture(String file) throws FileRefused {
        return TagReader.picture(TestFiles.path(file), AudioFormat.of(file).orElseThrow());
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
