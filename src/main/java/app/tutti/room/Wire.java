package app.tutti.room;

import java.util.function.Consumer;

/** What an {@link Outbox} sends by. */
public interface Wire {
    /**
     * Sends without waiting, and says when the next may follow: true, or false when the wire is broken.
     *
     * @throws IllegalStateException when it is closed already
     */
    void send(String text, Consumer<Boolean> done);

    /** Asks for a sign of life (RFC 6455 §5.5.2) without waiting; does nothing when it is closed already. */
    void ping();

    /** With a code of RFC 6455 §7.4. May call whoever watches the wire before it returns. */
    void close(int code, String reason);
}
