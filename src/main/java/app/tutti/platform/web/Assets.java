package app.tutti.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a page's script and style are, as the bundler has left them: what changes has another address, so that browsers
 * may keep it for ever. Without the bundler they are where their sources are.
 */
@Named
@ApplicationScoped
public class Assets {
    private static final String SCRIPT = "js/app.js";
    private static final String STYLE = "css/tutti.css";
    private static final String FONT = "fonts/figtree-latin.woff2";

    @Inject
    ServletContext files;

    private List<String> scripts;
    private String style;
    private String font;

    @PostConstruct
    void read() {
        JsonObject bundledScripts = bundled("/WEB-INF/scripts.json");
        JsonObject bundledStyles = bundled("/WEB-INF/styles.json");
        scripts = neededBy(SCRIPT, bundledScripts);
        style = "/" + madeOf(STYLE, bundledStyles);
        font = "/" + madeOf(FONT, bundledStyles);
    }

    /** It stays where it is, or a page after an update would run it a second time. */
    public String script() {
        return "/" + SCRIPT;
    }

    /** What the script needs at once, so that it is fetched beside it and not after it. */
    public List<String> scripts() {
        return scripts;
    }

    public String style() {
        return style;
    }

    /** The one that nearly every page needs. */
    public String font() {
        return font;
    }

    /** By esbuild's metafile: what it wrote, by path, and of what. */
    private JsonObject bundled(String metafile) {
        try (InputStream content = files.getResourceAsStream(metafile)) {
            if (content == null) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            try (JsonReader reader = Json.createReader(content)) {
                return reader.readObject().getJsonObject("outputs");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> neededBy(String script, JsonObject outputs) {
        List<String> needed = new ArrayList<>();
        outputs.keySet().stream()
                .filter(path -> path(path).equals(script))
                .findFirst()
                .ifPresent(path -> addImports(path, outputs, needed));
        return List.copyOf(needed);
    }

    private static void addImports(String output, JsonObject outputs, List<String> needed) {
        for (JsonObject imported :
                outputs.getJsonObject(output).getJsonArray("imports").getValuesAs(JsonObject.class)) {
            String path = imported.getString("path");
            if (imported.getString("kind").equals("import-statement") && !needed.contains("/" + path(path))) {
                needed.add("/" + path(path));
                addImports(path, outputs, needed);
            }
        }
    }

    static String madeOf(String source, JsonObject outputs) {
        return outputs.keySet().stream()
                .filter(path -> !path.endsWith(".map"))
                .filter(path -> isMadeOf(source, outputs.getJsonObject(path)))
                .map(Assets::path)
                .findFirst()
                .orElse(source);
    }

    /** A style is made of many files, and says by which it began; a font of itself. */
    private static boolean isMadeOf(String source, JsonObject output) {
        return output.getString("entryPoint", "").equals(source)
                || output.getJsonObject("inputs").keySet().equals(Set.of(source));
    }

    /** Below the folder that the bundler wrote to. */
    private static String path(String output) {
        return output.replaceFirst("^.*/web/", "");
    }
}
