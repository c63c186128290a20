package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressedPageTest {
    private static final Optional<String> UNSAID = Optional.empty();

    @Test
    void aPageIsCompressedForWhoComesByThemselves() {
        for (boolean encrypted : List.of(true, false)) {
            assertTrue(CompressedPage.isFor("gzip, deflate, br", Optional.of("none"), encrypted));
            assertTrue(CompressedPage.isFor("gzip", Optional.of("same-origin"), encrypted));
        }
        assertTrue(CompressedPage.isFor("gzip", UNSAID, false), "as in a home without encryption");
    }

    @Test
    void whatAnotherSiteMakesABrowserAskForIsNeverCompressed() {
        for (boolean encrypted : List.of(true, false)) {
            assertFalse(CompressedPage.isFor("gzip", Optional.of("cross-site"), encrypted));
            assertFalse(CompressedPage.isFor("gzip", Optional.of("same-site"), encrypted));
            assertFalse(CompressedPage.isFor("gzip", Optional.of("something-newer"), encrypted));
        }
        assertFalse(CompressedPage.isFor("gzip", UNSAID, true), "an old browser may have been sent by anybody");
    }

    @Test
    void nobodyGetsWhatTheyDoNotTake() {
        for (String refused : new String[] {null, "", "br", "gzip;q=0", "identity, gzip;q=0.000", "xgzip"}) {
            assertFalse(CompressedPage.isFor(refused, Optional.of("none"), true), refused);
        }
        for (String taken : List.of("br, GZIP", "deflate,gzip;q=0.5", "gzip; q=1.0", "*")) {
            assertTrue(CompressedPage.isFor(taken, Optional.of("none"), true), taken);
        }
    }

    @Test
    void itIsTheSamePage() throws IOException {
        byte[] page = "<!doctype html><p>Canção".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] compressed = CompressedPage.of(page);
        assertTrue(compressed.length < page.length / 10);
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertArrayEquals(page, content.readAllBytes());
        }
        assertEquals(0x1F, compressed[0]);
    }
}
