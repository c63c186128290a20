package app.tutti.sfu.dtls;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.tls.DatagramTransport;

class RecordsFuzzTest {
    private static final DtlsServer SERVER = new DtlsServer();
    private static final Fingerprint PEER = new Fingerprint("sha-256", "00" + ":00".repeat(31));

    /** A flight of ours has some 800 bytes, in records of their own. */
    private static final int LONGEST_FLIGHT = 2000;

    /** The bytes are datagrams, each after two bytes that tell its length. */
    @FuzzTest
    void noRecordsOfStrangersMakeKeys(byte[] bytes) {
        Script script = new Script(bytes);
        SrtpHandshake handshake = new SrtpServerHandshake(SERVER.identity(), PEER);
        try {
            handshake.complete(script);
        } catch (IOException | RuntimeException e) {
            // These two DtlsTransport takes for a handshake that failed; an Error it does not.
        }
        assertNull(handshake.keys());
        assertTrue(
                script.sent <= (script.taken + 1) * LONGEST_FLIGHT,
                () -> script.sent + " bytes for " + script.taken + " datagrams");
    }

    /** Ends the connection when its datagrams do. */
    private static final class Script implements DatagramTransport {
        private final RecordQueue records = new RecordQueue((sent, offset, length) -> this.sent += length);
        int taken;
        int sent;

        Script(byte[] bytes) {
            int at = 0;
            while (at + 2 <= bytes.length) {
                int from = at + 2;
                int to = Math.min(bytes.length, from + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff));
                records.offer(Arrays.copyOfRange(bytes, from, to));
                at = to;
            }
        }

        @Override
        public int receive(byte[] to, int offset, int length, int waitMillis) throws IOException {
            if (records.isEmpty()) {
                throw new IOException("That was all");
            }
            taken++;
            return records.receive(to, offset, length, waitMillis);
        }

        @Override
        public void send(byte[] bytes, int offset, int length) {
            records.send(bytes, offset, length);
        }

        @Override
        public int getReceiveLimit() {
            return records.getReceiveLimit();
        }

        @Override
        public int getSendLimit() {
            return records.getSendLimit();
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
