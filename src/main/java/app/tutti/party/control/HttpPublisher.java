package app.tutti.party.control;

import app.tutti.sfu.Producer;
import app.tutti.sfu.Transport;

/** Publishes by WHIP: is heard in place of the host's page for as long as it sends. */
public final class HttpPublisher extends HttpPeer {
    /** Programs send packets all the time, also in silence. */
    private static final long SILENT_AFTER_NANOS = 2_000_000_000L;

    private volatile Producer producer;
    private long frames;
    private long cameNanos;

    private HttpPublisher(LiveParty party) {
        super(party);
    }

    /** @throws app.tutti.sfu.sdp.SdpRefused when the offer cannot be answered */
    public static HttpPublisher publish(LiveParty party, String offer) {
        HttpPublisher publisher = new HttpPublisher(party);
        publisher.begin(offer);
        return publisher;
    }

    @Override
    String negotiate(Transport transport, String offer) {
        producer = transport.produce(offer);
        return producer.answer();
    }

    /** It asked to send and has not yet proved that it can, so nothing else changes. */
    @Override
    void takePart() {
        party().enter(this);
    }

    @Override
    void left() {
        party().publisherLeft(this, System.nanoTime());
    }

    /** Looks whether music has come of late. For the party, which asks a few times a second, under its lock. */
    boolean sends(long nowNanos) {
        long now = producer.framesIn();
        if (now != frames) {
            frames = now;
            cameNanos = nowNanos;
        }
        return frames > 0 && nowNanos - cameNanos <= SILENT_AFTER_NANOS;
    }

    boolean hasSent() {
        return frames > 0;
    }

    /** Is what the relay passes on from here on. */
    void hear() {
        producer.resume();
    }
}
