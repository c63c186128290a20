package app.tutti.platform.launch;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.config.StartStage;
import app.tutti.platform.unavailable.Unavailable;
import app.tutti.platform.unavailable.UnavailableAnswer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers at Tutti's port from the first moment of the start until the application can: whoever comes too early is told
 * so, and never reads what a server says that has no application yet.
 */
final class StartingServer implements AutoCloseable {
    private final HttpServer server;
    // A thread for each: who sends slowly must not keep the others waiting.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private StartingServer(HttpServer server, Unavailable why) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", request -> answer(request, why));
        server.start();
    }

    static StartingServer open(Settings settings, Unavailable why) {
        int port = settings.number(Setting.TUTTI_PORT);
        try {
            return new StartingServer(
                    HttpServer.create(new InetSocketAddress(settings.get(Setting.TUTTI_BIND), port), 0), why);
        } catch (IOException taken) {
            throw new SettingRefused("TUTTI_PORT is %d, but that TCP port is in use or may not be used here (%s)."
                    .formatted(port, taken.getMessage()));
        }
    }

    /** Gives the port back at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange request, Unavailable why) throws IOException {
        try (request) {
            String stage = why == Unavailable.STARTING ? StartStage.now().key() : "";
            UnavailableAnswer answer = UnavailableAnswer.to(
                    why,
                    stage,
                    request.getRequestMethod(),
                    request.getRequestURI().getPath(),
                    request.getRequestHeaders()::getFirst);
            answer.headers().forEach(request.getResponseHeaders()::set);
            // The next request of this client is for whoever has the port then.
            request.getResponseHeaders().set("Connection", "close");
            if (request.getRequestMethod().equals("HEAD")) {
                request.sendResponseHeaders(answer.status(), -1);
            } else {
                request.sendResponseHeaders(answer.status(), answer.body().length);
                request.getResponseBody().write(answer.body());
            }
        }
    }
}
