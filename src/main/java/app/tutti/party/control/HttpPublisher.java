package app.tutti.party.control;

import app.tutti.sfu.Transport;

/** Publishes by WHIP: is heard in place of the host's page for as long as it is there. */
public final class HttpPublisher extends HttpPeer {
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
        return transport.produce(offer).answer();
    }

    @Override
    void takePart() {
        party().publishedBy(this, System.nanoTime()).ifPresent(HttpPeer::close);
    }

    @Override
    void left() {
        party().publisherLeft(this, System.nanoTime());
    }
}
