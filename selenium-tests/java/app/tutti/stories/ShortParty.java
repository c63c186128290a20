package app.tutti.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party of two sockets and no browser: for pages that only show something once there was one. */
final class ShortParty {
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\\s*\"([^\"]+)\"");
    private static final Path NOW_PLAYING = Path.of("src/test/resources/protocol/party/nowPlaying.json");

    private ShortParty() {}

    /** One track was played to one listener, and it is over. */
    static void at(TuttiServer server) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Talk host = new Talk(client, server);
            Matcher created = SESSION.matcher(host.ask("{\"type\": \"createSession\"}", "sessionCreated"));
            if (!created.find()) {
                throw new IllegalStateException("no session");
            }
            Talk listener = new Talk(client, server);
            listener.ask("{\"type\": \"join\", \"sessionId\": \"" + created.group(1) + "\"}", "joined");
            host.say("{\"type\": \"resume\"}");
            host.say(Files.readString(NOW_PLAYING));
            host.ask("{\"type\": \"endSession\"}", "sessionEnded");
            listener.socket.abort();
            host.socket.abort();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static final class Talk implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Talk(HttpClient client, TuttiServer server) {
            URI address = URI.create(server.url("/ws/party").replaceFirst("http", "ws"));
            socket = client.newWebSocketBuilder()
                    .header("Origin", server.url(""))
                    .header("Cookie", server.key().cookie())
                    .buildAsync(address, this)
                    .join();
        }

        void say(String message) {
            socket.sendText(message, true).join();
        }

        String ask(String message, String answer) {
            say(message);
            try {
                String text = heard.poll(60, TimeUnit.SECONDS);
                while (text != null && !text.contains("\"" + answer + "\"")) {
                    text = heard.poll(60, TimeUnit.SECONDS);
                }
                if (text == null) {
                    throw new IllegalStateException("no " + answer);
                }
                return text;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
