package app.tutti.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9.]+)[}(]");

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Properties english = properties("messages.properties");
        Properties portuguese = properties("messages_pt_BR.properties");
        assertEquals(english.stringPropertyNames(), portuguese.stringPropertyNames());
        portuguese.forEach((key, text) -> assertFalse(text.toString().isBlank(), key.toString()));
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        Set<String> missing = new HashSet<>();
        Properties english = properties("messages.properties");
        try (var views = Files.walk(Path.of("src/main/webapp/WEB-INF/views"))) {
            for (Path view :
                    views.filter(path -> path.toString().endsWith(".html")).toList()) {
                Matcher keys = KEY.matcher(Files.readString(view));
                keys.results()
                        .map(key -> key.group(1))
                        .filter(key -> !english.containsKey(key))
                        .forEach(missing::add);
            }
        }
        assertTrue(missing.isEmpty(), missing.toString());
    }

    @Test
    void theDefaultLanguageIsEnglishWhereverTheServerStands() {
        assertEquals(List.of(Locale.ENGLISH, Locale.of("pt", "BR")), Messages.LANGUAGES);
        assertEquals(Locale.ENGLISH, Messages.best("", List.of(Locale.GERMAN)));
        assertEquals(Locale.of("pt", "BR"), Messages.best("", List.of(Locale.GERMAN, Locale.of("pt"))));
        assertEquals(Locale.ENGLISH, Messages.best("en", List.of(Locale.of("pt"))));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
