package app.tutti.room;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A WebSocket as a wire. */
public record WebSocketWire(Session session) implements Wire {
    /** In characters of ASCII, which ours are. */
    private static final int LONGEST_REASON = 123;

    @Override
    public void send(String text, Consumer<Boolean> done) {
        session.getAsyncRemote().sendText(text, result -> done.accept(result.isOK()));
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException alreadyGone) {
            // whoever asked will hear nothing
        }
    }

    @Override
    public void close(int code, String reason) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), shortened(reason)));
        } catch (IOException | IllegalStateException alreadyGone) {
            // the close is what was wanted
        }
    }

    /** RFC 6455 §5.5: a control frame has 125 bytes, two of which are the code. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
