package app.tutti.room;

import java.util.Optional;

/** Somebody in a room, as whoever pushes to them sees them. Everything pushed to members goes through here. */
public interface Member {
    /** Sends without waiting; a member that cannot keep up is disconnected rather than waited for. */
    void send(String text);

    /** Ends the connection, with a reason of the WebSocket close codes (RFC 6455 §7.4). */
    void disconnect(int code, String reason);

    default void tell(Record message) {
        send(Protocol.encode(message, Optional.empty()));
    }

    default void answer(Record message, Optional<String> requestId) {
        send(Protocol.encode(message, requestId));
    }
}
