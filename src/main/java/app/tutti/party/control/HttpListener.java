package app.tutti.party.control;

import app.tutti.room.Member;
import app.tutti.sfu.Consumer;
import app.tutti.sfu.Transport;

/** Listens by WHEP: hears the sound and is told nothing else. */
public final class HttpListener extends HttpPeer implements Member {
    private final int maxListeners;

    private HttpListener(LiveParty party, int maxListeners) {
        super(party);
        this.maxListeners = maxListeners;
    }

    /** @throws app.tutti.sfu.sdp.SdpRefused when the offer cannot be answered */
    public static HttpListener join(LiveParty party, PartySettings settings, String offer) {
        HttpListener listener = new HttpListener(party, settings.maxListeners());
        listener.begin(offer);
        return listener;
    }

    @Override
    String negotiate(Transport transport, String offer) {
        party().admit(this, maxListeners);
        Consumer consumer = transport.consume(offer);
        consumer.resume();
        return consumer.answer();
    }

    @Override
    void takePart() {
        party().enter(this);
    }

    @Override
    void left() {
        party().forget(this);
        party().leave(this);
    }

    @Override
    public void send(String text) {
        // WHEP has no way to tell it.
    }

    @Override
    public void disconnect(int code, String reason) {
        close();
    }
}
