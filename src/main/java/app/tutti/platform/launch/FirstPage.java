package app.tutti.platform.launch;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A page of ours as the proof that the application is up: the server alone answers 404. */
record FirstPage(URI asked, String address) {
    /** To sign-in or set-up: they are ours, too. */
    private static final int SEE_OTHER = 303;

    static FirstPage of(Settings settings) {
        String bind = settings.get(Setting.TUTTI_BIND);
        String own = switch (bind) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
        String port = settings.get(Setting.TUTTI_PORT);
        String address = settings.isSet(Setting.TUTTI_URL)
                ? settings.get(Setting.TUTTI_URL)
                : "http://%s:%s/".formatted(own.equals("127.0.0.1") ? "localhost" : own, port);
        return new FirstPage(URI.create("http://%s:%s/".formatted(own, port)), address);
    }

    /** The address with which a browser on this machine gets in; none where no browser reaches us as this machine's. */
    Optional<String> opening(Optional<String> path) {
        boolean loopback = List.of("127.0.0.1", "[::1]").contains(asked.getHost());
        return path.filter(known -> loopback).map(known -> address.replaceFirst("/$", "") + known);
    }

    boolean answers() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(asked).timeout(Duration.ofSeconds(30)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == SEE_OTHER;
        } catch (IOException nothingThere) {
            return false;
        }
    }
}
