package app.tutti.account;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A party's socket in a person's browser. */
final class PersonSocket implements AutoCloseable, WebSocket.Listener {
    private static final String PROBE = "{\"type\": \"clockProbe\", \"t0\": 1}";
    private static final String CLOSED = "closed: ";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    static PersonSocket open(HttpClient client, URI server, String path) {
        PersonSocket listener = new PersonSocket();
        listener.socket = client.newWebSocketBuilder()
                .header("Origin", "http://" + server.getAuthority())
                .buildAsync(URI.create("ws://" + server.getAuthority() + path), listener)
                .join();
        return listener;
    }

    /** All that is heard from before until the message has been handled. */
    List<String> say(String message) throws InterruptedException {
        socket.sendText(message, true).join();
        return hear();
    }

    /** All that is heard until now: messages are answered one after the other, and this one always is. */
    List<String> hear() throws InterruptedException {
        socket.sendText(PROBE, true).join();
        List<String> events = new ArrayList<>();
        for (String event = next(); !event.contains("\"clockAnswer\""); event = next()) {
            events.add(event);
        }
        return events;
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

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add(CLOSED + code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        heard.add(CLOSED + broken);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private String next() throws InterruptedException {
        String event = heard.poll(60, TimeUnit.SECONDS);
        if (event == null || event.startsWith(CLOSED)) {
            throw new AssertionError("no answer: " + (event == null ? "silence" : event));
        }
        return event;
    }
}
