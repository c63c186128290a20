package app.tutti.party.control;

import app.tutti.sfu.CloseReason;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportListener;
import app.tutti.sfu.sdp.SdpFragment;
import app.tutti.sfu.sdp.SdpRefused;
import java.util.Optional;

/** A peer that came by HTTP and has no socket: a publisher (WHIP) or a listener (WHEP). */
public abstract sealed class HttpPeer permits HttpPublisher, HttpListener {
    private final LiveParty party;
    private final Transport transport;
    private volatile String answer;
    private volatile boolean left;

    HttpPeer(LiveParty party) {
        this.party = party;
        try {
            transport = party.router().createTransport(new Watch());
        } catch (IllegalStateException overMeanwhile) {
            throw Refusals.over();
        }
    }

    /** Cannot be guessed. */
    public String id() {
        return transport.id();
    }

    /** The description to answer the offer with. */
    public String answer() {
        return answer;
    }

    /** Another one after every ICE restart. */
    public String iceSession() {
        return transport.iceSession();
    }

    /**
     * Takes what the peer tells of its ICE session.
     *
     * @return our side of a new one, when it restarts
     */
    public Optional<String> trickle(SdpFragment fragment) {
        try {
            return transport.trickle(fragment);
        } catch (IllegalStateException closedMeanwhile) {
            throw Refusals.gone();
        }
    }

    /** Says goodbye and frees everything. */
    public void close() {
        transport.close();
        leave();
    }

    LiveParty party() {
        return party;
    }

    /**
     * Answers the offer and takes part.
     *
     * @throws SdpRefused when the offer cannot be answered; nothing is left of the peer then
     */
    final void begin(String offer) {
        try {
            answer = negotiate(transport, offer);
            takePart();
        } catch (IllegalStateException closedMeanwhile) {
            close();
            throw Refusals.over();
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
        if (left) {
            // Meanwhile the transport was closed, which nobody could be told then.
            left();
        }
    }

    /** Answers the offer. */
    abstract String negotiate(Transport transport, String offer);

    /** The party counts on it from here on. */
    abstract void takePart();

    /** The party does without it from here on. May be called again. */
    abstract void left();

    private void leave() {
        left = true;
        left();
    }

    private final class Watch implements TransportListener {
        @Override
        public void closed(Transport closed, CloseReason reason) {
            // Null when the party ended while the transport was being made: there is nobody yet who could leave.
            if (transport != null) {
                leave();
            }
        }
    }
}
