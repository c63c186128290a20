package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.MachineKey;
import app.tutti.PackagedWar;
import app.tutti.Route;
import app.tutti.Routes;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program finds at {@code /openapi} is what the code answers. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class OpenApiIT {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(OpenApiIT.class);
    }

    @Test
    public void theDocumentHasEveryEndpointWithItsParametersAndASentence() throws Exception {
        JsonObject document = document();
        assertEquals("Tutti", document.getJsonObject("info").getString("title"));
        assertFalse(document.toString().contains("localhost"), "it is read elsewhere, too");
        JsonObject paths = document.getJsonObject("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
            String endpoint = method.toUpperCase(Locale.ROOT) + " " + path;
            described.add(endpoint);
            assertFalse(operation.asJsonObject().getString("summary", "").isBlank(), endpoint);
            assertEquals(named(path), parameters(operation.asJsonObject()), endpoint);
        }));
        List<String> routes = Routes.resources().map(Route::toString).toList();
        assertTrue(routes.size() > 60, "the routes are found");
        assertEquals(List.copyOf(new TreeSet<>(routes)), List.copyOf(described));
    }

    private static List<String> named(String path) {
        return PARAMETER
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static List<String> parameters(JsonObject operation) {
        JsonArray parameters = operation.getJsonArray("parameters");
        return parameters == null
                ? List.of()
                : parameters.getValuesAs(JsonObject.class).stream()
                        .filter(parameter -> parameter.getString("in").equals("path"))
                        .map(parameter -> parameter.getString("name"))
                        .sorted()
                        .toList();
    }

    private JsonObject document() throws URISyntaxException, IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(address.toURI()))
                .build()) {
            URI openApi = address.toURI().resolve("/openapi?format=JSON");
            String text = client.send(HttpRequest.newBuilder(openApi).build(), BodyHandlers.ofString())
                    .body();
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }
    }
}
