package app.tutti.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void theDataFolderIsKnown() {
        environment.put("TUTTI_DATA_DIR", folder.toString());
    }

    @Test
    void theDefaultHoldsWhereNothingIsSaid() {
        assertEquals(8080, Settings.read(environment::get).number(Setting.TUTTI_PORT));
    }

    @Test
    void theFileIsOverTheDefaultAndTheEnvironmentOverTheFile() throws IOException {
        Files.writeString(folder.resolve("tutti.properties"), "TUTTI_PORT = 9000\nTUTTI_RTC_PORT=9001\n");
        environment.put("TUTTI_RTC_PORT", "9002");
        Settings settings = Settings.read(environment::get);
        assertEquals(9000, settings.number(Setting.TUTTI_PORT));
        assertEquals(9002, settings.number(Setting.TUTTI_RTC_PORT));
    }

    @ParameterizedTest
    @CsvSource({
        "TUTTI_PORT, eighty",
        "TUTTI_PORT, 70000",
        "TUTTI_BIND, everywhere",
        "TUTTI_BIND, 999.1.1.1",
        "TUTTI_BIND, 1.2.3",
        "TUTTI_BIND, 12::34::56",
        "TUTTI_MUSIC_DIR, /there/is/no/such/folder",
        "TUTTI_URL, music.example.org",
        "TUTTI_RTC_ANNOUNCED, my house",
        "TUTTI_RTC_ICE, both",
        "TUTTI_RTC_ANNOUNCED, '192.0.2.1,'",
        "TUTTI_RTC_ANNOUNCED, 192.0.2.256",
        "TUTTI_RTC_ANNOUNCED, -.example.org",
        "TUTTI_ICE_SERVERS, http://example.org",
        "TUTTI_ICE_SERVERS, turn:turn.example.org?transport=carrier-pigeon",
        "TUTTI_JOINS_PER_ADDRESS, 0",
        "TUTTI_PARTY_ENABLED, perhaps",
        "TUTTI_PARTY_BITRATE, 10",
        "TUTTI_IMAGES, file",
        "TUTTI_IMAGES, s3://",
        "TUTTI_IMAGES, s3://records/../others",
        "TUTTI_IMAGES, s3://records/my covers",
        "TUTTI_S3_ENDPOINT, s3.example.org",
        "TUTTI_S3_ENDPOINT, https://s3.example.org/records",
        "TUTTI_S3_REGION, 'here, there'",
        "TUTTI_S3_KEY, a/b",
        "TUTTI_PARTY_URL, party.example.org",
        "TUTTI_PARTY_URL, https://party.example.org/tutti",
        "TUTTI_PARTY_ORIGINS, localhost:8080",
        "TUTTI_PARTY_ORIGINS, 'http://localhost:8080,'",
        "TUTTI_PARTY_ORIGINS, http://somebody@localhost"
    })
    void aWrongValueIsRefusedWithASentenceThatNamesIt(String name, String value) {
        environment.put(name, value);
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertTrue(sentence.startsWith(name + " is \"" + value + "\", but it must be "), sentence);
    }

    /** People write their password into it. */
    @Test
    void aWrongAddressOfTheDatabaseIsNotRepeated() {
        environment.put("TUTTI_DB_URL", "postgresql://ana:three-old-records@server/tutti");
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertTrue(sentence.startsWith("TUTTI_DB_URL must be an address such as jdbc:postgresql://"), sentence);
        assertFalse(sentence.contains("three-old-records"), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "TUTTI_BIND, 127.0.0.1",
        "TUTTI_BIND, ::",
        "TUTTI_BIND, fd00::2",
        "TUTTI_RTC_ANNOUNCED, '192.0.2.2, 2001:db8::1'",
        "TUTTI_RTC_ANNOUNCED, 'music.example.org, server2'",
        "TUTTI_ICE_SERVERS, 'stun:stun.example.org:3478,stuns:stun.example.org'",
        "TUTTI_MUSIC_DIR, src:src/test",
        "TUTTI_S3_ENDPOINT, https://s3.example.org/",
        "TUTTI_S3_SECRET, 'any / text, at=all'",
    })
    void aRightValueHolds(String name, String value) {
        environment.put(name, value);
        assertEquals(value, Settings.read(environment::get).get(Setting.valueOf(name)));
    }

    @Test
    void aTurnServerNeedsTheSecretItShares() {
        environment.put("TUTTI_ICE_SERVERS", "stun:stun.example.org, turns:turn.example.org:443?transport=tcp");
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertTrue(sentence.contains("TUTTI_TURN_SECRET"), sentence);
        environment.put("TUTTI_TURN_SECRET", "north");
        assertEquals("north", Settings.read(environment::get).get(Setting.TUTTI_TURN_SECRET));
    }

    @Test
    void fullIceNeedsAServerThatIsReachedByUdp() {
        environment.put("TUTTI_RTC_ICE", "full");
        environment.put("TUTTI_ICE_SERVERS", "turns:turn.example.org");
        environment.put("TUTTI_TURN_SECRET", "north");
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertTrue(sentence.contains("TUTTI_ICE_SERVERS"), sentence);
        environment.put("TUTTI_ICE_SERVERS", "turns:turn.example.org, turn:turn.example.org");
        assertEquals("full", Settings.read(environment::get).get(Setting.TUTTI_RTC_ICE));
    }

    @Test
    void aStoreForCoversNeedsAnAddressAKeyAndASecret() {
        environment.put("TUTTI_IMAGES", "s3://records/tutti");
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("TUTTI_S3_ENDPOINT", "http://127.0.0.1:9000");
        needed.put("TUTTI_S3_KEY", "key");
        needed.put("TUTTI_S3_SECRET", "north");
        needed.forEach((name, value) -> {
            String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                    .getMessage();
            assertEquals(
                    "TUTTI_IMAGES is \"s3://records/tutti\", so %s must be set as well.".formatted(name), sentence);
            environment.put(name, value);
        });
        assertEquals("us-east-1", Settings.read(environment::get).get(Setting.TUTTI_S3_REGION));
    }

    @Test
    void aShortHostKeyIsRefusedAndNotShown() {
        environment.put("TUTTI_HOST_KEY", "short-but-secret");
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertEquals("TUTTI_HOST_KEY must be at least 32 characters long.", sentence);
        environment.put("TUTTI_HOST_KEY", "k".repeat(32));
        assertTrue(Settings.read(environment::get).isSet(Setting.TUTTI_HOST_KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "TUTTI_PARTY_URL, https://party.example.org",
        "TUTTI_PARTY_ORIGINS, 'http://localhost:8080, https://home.example.org/'"
    })
    void whoNamesAnotherServerSharesAKeyWithIt(String name, String value) {
        environment.put(name, value);
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertEquals(name + " names another server, so TUTTI_HOST_KEY must be set, to the same on both.", sentence);
        environment.put("TUTTI_HOST_KEY", "k".repeat(32));
        assertEquals(value, Settings.read(environment::get).get(Setting.valueOf(name)));
    }

    @Test
    void aNameThatIsNoSettingIsRefusedInTheFile() throws IOException {
        Files.writeString(folder.resolve("tutti.properties"), "TUTTI_PROT=9000\n");
        String sentence = assertThrows(SettingRefused.class, () -> Settings.read(environment::get))
                .getMessage();
        assertTrue(sentence.startsWith("TUTTI_PROT in "), sentence);
    }
}
