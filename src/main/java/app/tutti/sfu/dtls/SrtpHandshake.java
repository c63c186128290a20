package app.tutti.sfu.dtls;

import app.tutti.sfu.srtp.SrtpKeys;
import java.io.IOException;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;

/** One side of a DTLS-SRTP handshake (RFC 5764). */
interface SrtpHandshake {
    /** A connection that loses every third datagram needs a few attempts for each flight. */
    int TIMEOUT_MILLIS = 20_000;

    /** Blocks until it is complete. */
    DTLSTransport complete(DatagramTransport records) throws IOException;

    /** What it agreed on; null until it is complete. */
    SrtpKeys keys();
}
