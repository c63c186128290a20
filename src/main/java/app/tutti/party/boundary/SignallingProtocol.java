package app.tutti.party.boundary;

import app.tutti.party.control.HttpListener;
import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.HttpPublisher;
import app.tutti.party.control.LiveParty;
import app.tutti.party.control.PartySettings;
import java.util.Locale;
import java.util.Optional;

/** By which programs take part over HTTP. */
enum SignallingProtocol {
    /** Programs that publish a party's sound in place of its host's page (RFC 9725). Who knows its secret may. */
    WHIP {
        @Override
        void require(LiveParty party, Exchange exchange) {
            Bearer.requireSecret(party, exchange);
        }

        @Override
        HttpPeer begin(LiveParty party, PartySettings settings, String offer) {
            return HttpPublisher.publish(party, offer);
        }

        @Override
        Optional<HttpPublisher> peer(LiveParty party, String id) {
            return party.httpPeer(HttpPublisher.class, id);
        }
    },

    /** Players that listen (draft-ietf-wish-whep-03). Who knows the party's link, and its password if it has one, may. */
    WHEP {
        @Override
        void require(LiveParty party, Exchange exchange) {
            Bearer.requirePassword(party, exchange);
        }

        @Override
        HttpPeer begin(LiveParty party, PartySettings settings, String offer) {
            return HttpListener.join(party, settings, offer);
        }

        @Override
        Optional<HttpListener> peer(LiveParty party, String id) {
            return party.httpPeer(HttpListener.class, id);
        }
    };

    /** @throws Problem when whoever asks may not */
    abstract void require(LiveParty party, Exchange exchange);

    /** @throws app.tutti.sfu.sdp.SdpRefused when the offer cannot be answered */
    abstract HttpPeer begin(LiveParty party, PartySettings settings, String offer);

    /** The peer, if it is of this kind. */
    abstract Optional<? extends HttpPeer> peer(LiveParty party, String id);

    static SignallingProtocol named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
