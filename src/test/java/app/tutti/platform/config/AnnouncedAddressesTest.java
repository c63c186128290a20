package app.tutti.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncedAddressesTest {
    @TempDir
    private Path folder;

    @Test
    void nothingSetAnnouncesNothing() {
        assertEquals(List.of(), announced(""));
    }

    @Test
    void addressesKeepTheirOrderAndComeOnce() {
        assertEquals(
                List.of("2001:db8:0:0:0:0:0:1", "192.0.2.1"), announced("2001:db8::1, 192.0.2.1,::ffff:192.0.2.1"));
    }

    @Test
    void aNameStandsForItsAddresses() {
        assertEquals("127.0.0.1", announced("localhost").getFirst());
    }

    @Test
    void aNameWithoutAddressIsRefusedWithASentenceThatNamesIt() {
        // RFC 6761 §6.4: nobody ever has a name under this one.
        String sentence = assertThrows(SettingRefused.class, () -> announced("192.0.2.1, tutti.invalid"))
                .getMessage();
        assertEquals("TUTTI_RTC_ANNOUNCED names \"tutti.invalid\", but no address was found for that name.", sentence);
    }

    private List<String> announced(String value) {
        Map<String, String> surroundings = Map.of("TUTTI_DATA_DIR", folder.toString(), "TUTTI_RTC_ANNOUNCED", value);
        return AnnouncedAddresses.of(Settings.read(surroundings::get));
    }
}
