package app.tutti.party.boundary;

import app.tutti.account.people.entity.Identity;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket's session that writes UTF-8 as strictly as the container does. */
final class FakeSession {
    final List<String> sent = new CopyOnWriteArrayList<>();
    /** Completed when it is closed. */
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private final Map<String, Object> properties = new HashMap<>();
    private final RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (self, method, arguments) -> {
        if (method.getName().equals("sendText")) {
            send((String) arguments[0], (SendHandler) arguments[1]);
        }
        return null;
    });
    final Session session = proxy(Session.class, (self, method, arguments) -> switch (method.getName()) {
        case "getUserProperties" -> properties;
        case "getAsyncRemote" -> remote;
        case "close" ->
            closed.complete(((CloseReason) arguments[0]).getCloseCode().getCode());
        default -> null;
    });

    FakeSession(Identity identity, String address) {
        properties.put("origin", "http://192.0.2.2");
        properties.put("ours", "http://192.0.2.2");
        properties.put("address", address);
        properties.put("identity", identity);
        properties.put("claim", Optional.empty());
    }

    String last() {
        return sent.getLast();
    }

    private void send(String text, SendHandler handler) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(notUtf8);
        }
        sent.add(text);
        handler.onResult(new SendResult());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
