package app.tutti.sfu.dtls;

import java.io.IOException;
import java.util.Arrays;

/**
 * Shakes hands with itself. The first handshake of a process loads hundreds of classes and gathers randomness; better
 * before anybody waits for it.
 */
final class WarmUp {
    private WarmUp() {}

    /** Shakes hands over a pair of queues. The listener hears of the server's side. */
    static void shakeHands(DtlsServer server, DtlsListener listener) throws IOException {
        DtlsTransport[] other = new DtlsTransport[1];
        RecordQueue queue =
                new RecordQueue((bytes, offset, length) -> other[0].received(copy(bytes, offset, length), length));
        other[0] = server.accept(
                server.fingerprint(), (bytes, offset, length) -> queue.offer(copy(bytes, offset, length)), listener);
        new SrtpClientHandshake(server.identity(), server.fingerprint())
                .complete(queue)
                .close();
    }

    private static byte[] copy(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
