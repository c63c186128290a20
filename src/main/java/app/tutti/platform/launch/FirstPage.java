package app.tutti.platform.launch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A page of ours as the proof that the application is up: the server alone answers 404. */
record FirstPage(URI asked) {
    /** To sign-in or set-up: they are ours, too. */
    private static final int SEE_OTHER = 303;

    private static final int LOOK_AGAIN_SECONDS = 5;

    static FirstPage at(int port) {
        return new FirstPage(URI.create("http://127.0.0.1:%d/".formatted(port)));
    }

    /** Waits for it as long as something moves: on a slow machine it takes its time. */
    boolean answers(Movement movement) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<Integer> status = client.sendAsync(
                            HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode);
            while (true) {
                try {
                    int code = status.get(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
                    return code == 200 || code == SEE_OTHER;
                } catch (TimeoutException notYet) {
                    if (!movement.goesOn(System.nanoTime())) {
                        client.shutdownNow();
                        return false;
                    }
                }
            }
        } catch (ExecutionException nothingThere) {
            return false;
        }
    }
}
