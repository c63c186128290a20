package app.tutti.catalog.playlists.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class M3uTest {
    @Test
    void whatIsNoUtf8IsLatin1() {
        String line = "Canção/Pátio.mp3";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            assertEquals(
                    line, M3u.read(line.getBytes(charset)).lines().getFirst().path());
        }
    }

    @Test
    void utf16IsKnownByItsMark() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            M3u file = M3u.read("\uFEFF#EXTM3U\r\nAimer\\春はゆく.mp3\r\n".getBytes(charset));
            assertEquals(
                    List.of("Aimer\\春はゆく.mp3"),
                    file.lines().stream().map(M3u.Line::path).toList());
        }
    }

    @Test
    void aPathMayBeEncodedAndIsTakenAsItStandsFirst() {
        M3u.Line line = only("Hans%20Zimmer/01%20-%20Time%20%28Live%29.mp3");
        assertEquals("Hans%20Zimmer/01%20-%20Time%20%28Live%29.mp3", line.path());
        assertEquals(
                "Hans Zimmer/01 - Time (Live).mp3", line.decoded().orElseThrow().path());
        assertEquals(Optional.empty(), only("100%.mp3").decoded());
        assertEquals(Optional.empty(), only("%ff.mp3").decoded(), "no UTF-8");
    }

    @Test
    void theAddressOfAFileIsDecodedWhateverElseIsInIt() {
        assertEquals(
                "/home/some one/Hans Zimmer/01.mp3",
                only("file:///home/some one/Hans%20Zimmer/01.mp3").path());
        assertEquals(
                "/Hans Zimmer/01.mp3", only("FILE://nas/Hans%20Zimmer/01.mp3").path());
    }

    @Test
    void whatIsOnTheNetIsNoPath() {
        assertTrue(only("http://radio.example/live.mp3").isRemote());
        assertTrue(only("HTTPS://radio.example/live.mp3?x=1").isRemote());
        assertFalse(only("d:\\music\\live.mp3").isRemote());
        assertFalse(only("Artist: Live/live.mp3").isRemote());
    }

    private static M3u.Line only(String line) {
        return M3u.read(line.getBytes(StandardCharsets.UTF_8)).lines().getFirst();
    }

    @Test
    void aMarkAtTheBeginningAndLineEndsOfWindowsAreNotInTheText() {
        M3u file = M3u.read(
                "\uFEFF#EXTM3U\r\n#EXTINF:3,Ana - Sol - Lua\r\nc:\\m\\a.mp3\r\n".getBytes(StandardCharsets.UTF_8));
        M3u.Line line = file.lines().getFirst();
        assertEquals(Optional.of("Ana"), line.artist());
        assertEquals("Sol - Lua", line.title());
        assertEquals(List.of("a.mp3", "m", "c:"), line.partsFromTheEnd());
    }

    @Test
    void anInfoIsOfTheNextLineOnly() {
        M3u file = M3u.read("#EXTINF:3,Ana - Sol\n\n#comment\na.mp3\nb.mp3".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("Ana - Sol", "b.mp3"),
                file.lines().stream().map(M3u.Line::shown).toList());
        assertEquals(Optional.empty(), file.lines().get(1).artist());
    }

    @Test
    void hostileLinesAreLines() {
        M3u file = M3u.read(
                "#EXTINF:\n#EXTINF:,\n\0\n../../\0etc/passwd\nfile:%zz\n//\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("../../etc/passwd", "file:%zz", "//"),
                file.lines().stream().map(M3u.Line::path).toList());
        assertEquals("passwd", file.lines().getFirst().fileName());
        assertEquals("", file.lines().getLast().fileName());
    }

    @Test
    void aFileEndsAtTenThousandLines() {
        assertEquals(10_000, M3u.read("a\n".repeat(10_000).getBytes()).lines().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> M3u.read("a\n".repeat(10_001).getBytes()));
    }

    @Test
    void aNameIsOneLineOfUpTo120Letters() {
        assertEquals("a b", ListName.of(" a\u202E\tb\0 ").value());
        assertThrows(IllegalArgumentException.class, () -> ListName.of(" \u202E "));
        assertThrows(IllegalArgumentException.class, () -> ListName.of("x".repeat(121)));
        assertEquals(120, ListName.cut("😀".repeat(121), "").value().codePointCount(0, 240));
        assertEquals("M3U", ListName.cut(null, "M3U").value());
    }
}
