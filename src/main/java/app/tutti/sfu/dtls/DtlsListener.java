package app.tutti.sfu.dtls;

import app.tutti.sfu.srtp.SrtpKeys;

/** What becomes of a {@link DtlsTransport}. Called on a virtual thread of its own, one call at a time. */
public interface DtlsListener {
    /** The peer is who its description said, and these are the keys. */
    void secured(SrtpKeys keys);

    enum Failure {
        /** There were too many handshakes at once. */
        TURNED_AWAY,
        /** The peer fell silent. */
        TIMED_OUT,
        /** The peer offered nothing we take, or was another than its description said. */
        REFUSED
    }

    /** The handshake did not succeed; nothing follows. */
    void failed(Failure failure, String reason);

    /** The peer ended an established association; nothing follows. */
    void closed();
}
