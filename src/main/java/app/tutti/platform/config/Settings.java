package app.tutti.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values in force: system property over environment over {@code tutti.properties} in the data folder over default.
 * Used by the launcher, where there is no MicroProfile Config yet, and by what starts before CDI does.
 */
public final class Settings {
    private static final Pattern BY_UDP = Pattern.compile("(stun|turn):[^?]+([?]transport=udp)?");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** Reads and checks everything; the first wrong value throws {@link SettingRefused}. */
    public static Settings read() {
        return read(name -> System.getProperty(name, System.getenv(name)));
    }

    static Settings read(UnaryOperator<String> surroundings) {
        Properties file = file(dataFolder(surroundings));
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            String value = surroundings.apply(setting.name());
            if (value == null) {
                value = file.getProperty(setting.name(), setting.defaultValue());
            }
            setting.check(value.strip());
            settings.values.put(setting, value.strip());
        }
        settings.requireTurnSecret();
        settings.requireIceServers();
        settings.requireStore();
        settings.requireHostKey();
        return settings;
    }

    public String get(Setting setting) {
        return values.get(setting);
    }

    public int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    public boolean isSet(Setting setting) {
        return !get(setting).isEmpty();
    }

    public Path dataFolder() {
        return Path.of(get(Setting.TUTTI_DATA_DIR)).toAbsolutePath().normalize();
    }

    /** What {@code tutti.properties} says, for the names that are settings. */
    public static Properties file() {
        return file(dataFolder(name -> System.getProperty(name, System.getenv(name))));
    }

    /** Browsers refuse a TURN server without a name and a password, and those are made with the secret. */
    private void requireTurnSecret() {
        if (get(Setting.TUTTI_ICE_SERVERS).contains("turn") && !isSet(Setting.TUTTI_TURN_SECRET)) {
            throw new SettingRefused(
                    "TUTTI_ICE_SERVERS names a TURN server, so TUTTI_TURN_SECRET must say what it shares with Tutti.");
        }
    }

    /** Without one, a full agent has the addresses only that ICE-lite tells, at more cost. */
    private void requireIceServers() {
        boolean any = Stream.of(get(Setting.TUTTI_ICE_SERVERS).split(","))
                .anyMatch(uri -> BY_UDP.matcher(uri.strip()).matches());
        if (get(Setting.TUTTI_RTC_ICE).equals("full") && !any) {
            throw new SettingRefused("TUTTI_RTC_ICE is \"full\", so TUTTI_ICE_SERVERS must name a STUN or TURN server"
                    + " that is reached by UDP, such as turn:turn.example.org.");
        }
    }

    private void requireStore() {
        Stream.of(Setting.TUTTI_S3_ENDPOINT, Setting.TUTTI_S3_KEY, Setting.TUTTI_S3_SECRET)
                .filter(needed -> isSet(Setting.TUTTI_IMAGES) && !isSet(needed))
                .findFirst()
                .ifPresent(missing -> {
                    throw new SettingRefused("TUTTI_IMAGES is \"%s\", so %s must be set as well."
                            .formatted(get(Setting.TUTTI_IMAGES), missing));
                });
    }

    /** Both name the other one of two servers, which know each other by the key they share. */
    private void requireHostKey() {
        Stream.of(Setting.TUTTI_PARTY_URL, Setting.TUTTI_PARTY_ORIGINS)
                .filter(other -> isSet(other) && !isSet(Setting.TUTTI_HOST_KEY))
                .findFirst()
                .ifPresent(other -> {
                    throw new SettingRefused(
                            "%s names another server, so TUTTI_HOST_KEY must be set, to the same on both."
                                    .formatted(other));
                });
    }

    private static Path dataFolder(UnaryOperator<String> surroundings) {
        String given = surroundings.apply(Setting.TUTTI_DATA_DIR.name());
        return Path.of(given == null ? Setting.TUTTI_DATA_DIR.defaultValue() : given);
    }

    private static Properties file(Path dataFolder) {
        Properties properties = new Properties();
        Path file = dataFolder.resolve("tutti.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new SettingRefused("%s cannot be read: %s.".formatted(file, unreadable.getMessage()));
            }
        }
        properties.stringPropertyNames().forEach(name -> refuseUnknown(file, name));
        return properties;
    }

    private static void refuseUnknown(Path file, String name) {
        try {
            if (Setting.valueOf(name) == Setting.TUTTI_DATA_DIR) {
                throw new SettingRefused("TUTTI_DATA_DIR cannot stand in %s, which is found by it.".formatted(file));
            }
        } catch (IllegalArgumentException unknown) {
            throw new SettingRefused("%s in %s is not a setting that this version knows.".formatted(name, file));
        }
    }
}
