package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormKeyTest {
    @TempDir
    Path folder;

    @Test
    void itOutlivesARestartAndIsForTheOwnerAlone() throws IOException {
        byte[] key = FormKey.keptIn(folder);
        assertArrayEquals(key, FormKey.keptIn(folder));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("form-key"))));
    }

    @Test
    void whatIsCutShortIsMadeAnew() throws IOException {
        Files.write(folder.resolve("form-key"), new byte[] {1, 2, 3});
        byte[] key = FormKey.keptIn(folder);
        assertEquals(32, key.length);
        assertArrayEquals(key, FormKey.keptIn(folder));
    }

    @Test
    void aFolderThatCannotBeUsedCostsNothingButTheRestart() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        assertFalse(Arrays.equals(FormKey.keptIn(file), FormKey.keptIn(file)));
    }
}
