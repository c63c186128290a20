package app.tutti.catalog.covers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverCacheTest {
    @TempDir
    Path folder;

    @Test
    void whatNobodyHasAskedForLongestMakesRoom() throws Exception {
        CoverCache cache = new CoverCache(folder, 100);
        for (String name : List.of("a", "sizes/b", "c")) {
            cache.keep(name, new byte[30]);
            Files.getFileAttributeView(folder.resolve(name), BasicFileAttributeView.class)
                    .setTimes(null, FileTime.fromMillis(0), null);
        }
        assertTrue(cache.find("a").isPresent(), "asked for now");
        assertTrue(cache.find("c").isPresent(), "asked for now");
        cache.keep("d", new byte[30]);
        assertEquals(Optional.empty(), cache.find("sizes/b"));
        for (String name : List.of("a", "c", "d")) {
            assertTrue(cache.find(name).isPresent(), name);
        }
    }

    @Test
    void whatWasThereBeforeTheStartCounts() throws Exception {
        new CoverCache(folder, 100).keep("old", new byte[90]);
        Files.getFileAttributeView(folder.resolve("old"), BasicFileAttributeView.class)
                .setTimes(null, FileTime.fromMillis(0), null);
        CoverCache cache = new CoverCache(folder, 100);
        cache.keep("new", new byte[90]);
        assertEquals(Optional.empty(), cache.find("old"));
        assertTrue(cache.find("new").isPresent());
    }
}
