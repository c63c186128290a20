package app.tutti.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks for the first page over and over while the server starts. */
final class StartWatch implements AutoCloseable {
    private static final Pattern HEADING = Pattern.compile("<title>([^<·]*)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> answers = new HashSet<>();
    private final HttpRequest request;
    private final Thread thread;
    private volatile String latest = "";

    StartWatch(TuttiServer server) {
        request = HttpRequest.newBuilder(URI.create(server.url("/")))
                .header("Accept", "text/html")
                .build();
        thread = Thread.ofVirtual().start(this::ask);
    }

    /** Status, {@code Retry-After} and title of every answer until a page or the way to one comes. */
    Set<String> refusals() {
        while (!isPage(latest)) {
            LockSupport.parkNanos(10_000_000);
        }
        close();
        answers.removeIf(StartWatch::isPage);
        return answers;
    }

    private static boolean isPage(String answer) {
        return answer.startsWith("2") || answer.startsWith("3");
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private void ask() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                Matcher heading = HEADING.matcher(answer.body());
                latest = "%d %s %s"
                        .formatted(
                                answer.statusCode(),
                                answer.headers().firstValue("Retry-After").orElse("-"),
                                heading.find() ? heading.group(1).strip() : "");
                answers.add(latest);
            } catch (IOException closedPort) {
                // before the start, and for the moment in which the port changes hands
            } catch (InterruptedException enough) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
