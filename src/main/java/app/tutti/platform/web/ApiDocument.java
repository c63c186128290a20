package app.tutti.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * {@code /openapi}: what the server has found by scanning, with a sentence for every endpoint. The sentences stand
 * together in {@code openapi.txt}, as a list of all there is, and a test compares that with the code.
 */
public class ApiDocument implements OASFilter {
    private static final String SENTENCES = "/openapi.txt";

    /** {@code {id: \d{1,18}}}: the scan leaves the pattern in, which no OpenAPI path may have. */
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?:: ((?:[^{}]|\\{[^{}]*})*))?}");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Properties build = build();
        document.setInfo(OASFactory.createInfo()
                .title("Tutti")
                .version(build.getProperty("version"))
                .description("Pages, and endpoints for programs under /api. Who may what is in docs/roles.md; sockets,"
                        + " WHIP and WHEP are in docs/protocol.md."));
        // Behind a proxy the server does not know its own address.
        document.setServers(List.of(OASFactory.createServer().url("/")));
        document.setPaths(described(document.getPaths()));
        addKeys(document);
    }

    /** By what is answered: the method and the path, as docs/roles.md has them. */
    static Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ApiDocument.class.getResourceAsStream(SENTENCES), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(" ", 3)).forEach(words -> {
                sentences.put(words[0] + " " + words[1], words[2]);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }

    private static Paths described(Paths found) {
        Map<String, String> sentences = sentences();
        Paths paths = OASFactory.createPaths();
        found.getPathItems().forEach((template, item) -> {
            String path = PARAMETER.matcher(template).replaceAll("{$1}");
            describe(path, item, sentences);
            paths.addPathItem(path, item);
        });
        return paths;
    }

    private static void describe(String path, PathItem item, Map<String, String> sentences) {
        item.getOperations()
                .forEach((method, operation) -> operation.setSummary(sentences.getOrDefault(method + " " + path, "")));
    }

    private static void addKeys(OpenAPI document) {
        SecurityScheme key = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key from the page You, for everything under /api.");
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSecurityScheme("key", key);
    }

    private static Properties build() {
        Properties build = new Properties();
        try (var file = ApiDocument.class.getResourceAsStream("/build.properties")) {
            build.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build;
    }
}
