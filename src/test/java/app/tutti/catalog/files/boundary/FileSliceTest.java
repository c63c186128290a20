package app.tutti.catalog.files.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.audio.boundary.FileVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSliceTest {
    private final byte[] content = new byte[200_000];
    private Path file;

    @BeforeEach
    void aFileOfSeveralBuffers(@TempDir Path folder) throws IOException {
        new Random(1).nextBytes(content);
        file = Files.write(folder.resolve("sound"), content);
    }

    @Test
    void theWholeFileIsSent() throws IOException {
        assertArrayEquals(content, sent(0, content.length));
    }

    @Test
    void aPartIsSentFromItsFirstToItsLastByte() throws IOException {
        assertArrayEquals(Arrays.copyOfRange(content, 65_535, 165_000), sent(65_535, 165_000 - 65_535));
        assertEquals(0, sent(0, 0).length);
    }

    @Test
    void aClientThatHangsUpIsNoError() {
        OutputStream hungUp = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Connection is closed");
            }
        };
        assertDoesNotThrow(() -> new FileSlice(file, 0, content.length).write(hungUp));
    }

    @Test
    void aFileThatBecameShorterIsAnError() {
        assertThrows(IOException.class, () -> sent(0, content.length + 1));
    }

    @Test
    void aRangeContinuesOnlyTheVersionThatTheClientHas() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T10:00:00.5Z")));
        FileVersion version = FileVersion.of(file);
        assertTrue(version.continues(null), "without If-Range");
        assertTrue(version.continues("\"" + version.tag() + "\""));
        assertTrue(version.continues("Sun, 01 Mar 2026 10:00:00 GMT"));
        assertFalse(version.continues("Sun, 01 Mar 2026 10:00:01 GMT"));
        assertFalse(version.continues("\"other\""));
        assertFalse(version.continues("W/\"" + version.tag() + "\""), "a weak tag never matches");
    }

    private byte[] sent(long first, long length) throws IOException {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        new FileSlice(file, first, length).write(client);
        return client.toByteArray();
    }
}
