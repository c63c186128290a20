package app.tutti.room;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** A member by WebSocket: one message under way at a time, a bounded number behind it. */
public final class SocketMember implements Member {
    private static final int WAITING_AT_MOST = 256;

    private final Session session;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;

    public SocketMember(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING_AT_MOST) {
                waiting.clear();
                disconnect(CloseReason.CloseCodes.TRY_AGAIN_LATER.getCode(), "too slow");
                return;
            }
            waiting.add(text);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    @Override
    public void disconnect(int code, String reason) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
        } catch (IOException | IllegalStateException alreadyGone) {
            // the close is what was wanted
        }
    }

    private void sendNext() {
        String next;
        synchronized (waiting) {
            next = waiting.poll();
            sending = next != null && session.isOpen();
            if (!sending) {
                return;
            }
        }
        session.getAsyncRemote().sendText(next, this::sent);
    }

    private void sent(SendResult result) {
        if (result.isOK()) {
            sendNext();
        } else {
            synchronized (waiting) {
                waiting.clear();
                sending = false;
            }
        }
    }
}
