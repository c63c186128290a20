package app.tutti.platform.web;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** {@code tutti.properties} and the defaults, under the environment (300) as MicroProfile Config sees it. */
public class TuttiConfigSource implements ConfigSource {
    private final Map<String, String> values = new HashMap<>();

    public TuttiConfigSource() {
        for (Setting setting : Setting.values()) {
            values.put(setting.name(), setting.defaultValue());
        }
        Settings.file().forEach((name, value) -> values.put((String) name, ((String) value).strip()));
    }

    @Override
    public int getOrdinal() {
        return 200;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return "tutti.properties";
    }
}
