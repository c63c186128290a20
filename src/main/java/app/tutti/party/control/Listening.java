package app.tutti.party.control;

import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyEvent;
import app.tutti.room.Member;
import app.tutti.sfu.CloseReason;
import app.tutti.sfu.Consumer;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportListener;
import app.tutti.sfu.sdp.SdpRefused;

/** A socket as a party's listener. */
final class Listening {
    /** RFC 6455 §7.4.1 */
    private static final int GOING_AWAY = 1001;

    private final Member member;
    private final Parties parties;
    private final String address;
    private LiveParty party;
    private boolean welcomed;
    private Transport transport;
    private Consumer consumer;

    Listening(Member member, Parties parties, String address) {
        this.member = member;
        this.parties = parties;
        this.address = address;
    }

    PartyEvent answer(ListenerRequest request) {
        return switch (request) {
            case ListenerRequest.Join asked -> join(asked);
            case ListenerRequest.Introduce asked -> silently(() -> party().introduce(member, asked.name()));
            case ListenerRequest.RequestTrack asked -> silently(() -> request(asked));
            case ListenerRequest.CreateConsumerTransport asked -> createTransport();
            case ListenerRequest.Consume asked -> consume(asked);
            case ListenerRequest.ResumeConsumer asked -> resume(asked);
        };
    }

    PartyEvent describe() {
        return OwnTransport.describe(transport);
    }

    void closed() {
        if (transport != null) {
            transport.close();
        }
        if (party != null) {
            party.leave(member);
        }
        transport = null;
        consumer = null;
        party = null;
    }

    private PartyEvent join(ListenerRequest.Join asked) {
        parties.countJoin(address, System.nanoTime());
        LiveParty next = parties.find(asked.sessionId()).orElseThrow(Refusals::unknown);
        next.requirePassword(asked.password());
        closed();
        PartyEvent.Joined joined = next.join(
                member, asked.name().orElse(""), parties.rtpCapabilities(), parties.settings(), System.nanoTime());
        party = next;
        welcomed = false;
        return joined;
    }

    private void request(ListenerRequest.RequestTrack asked) {
        LiveParty present = party();
        present.requireRequests();
        present.request(member, parties.wanted(asked.trackId(), address, System.nanoTime()));
    }

    /** As whoever is there. */
    LiveParty party() {
        if (party == null) {
            throw Refusals.notListener();
        }
        return party;
    }

    /** After the answer has been sent. */
    void answered() {
        if (party != null && !welcomed) {
            welcomed = true;
            party.welcome(member);
        }
    }

    private static PartyEvent silently(Runnable change) {
        change.run();
        return null;
    }

    private PartyEvent createTransport() {
        party();
        if (transport != null) {
            transport.close();
        }
        consumer = null;
        try {
            transport = party.router().createTransport(new ConsumerWatch());
        } catch (IllegalStateException overMeanwhile) {
            throw Refusals.over();
        }
        return new PartyEvent.TransportCreated(transport.id());
    }

    private PartyEvent consume(ListenerRequest.Consume asked) {
        if (transport == null || !transport.id().equals(asked.transportId())) {
            throw Refusals.unknownTransport();
        }
        try {
            consumer = transport.consume(asked.sdp());
            return new PartyEvent.Consumed(consumer.id(), consumer.answer());
        } catch (SdpRefused refused) {
            throw Refusals.sdp(refused.getMessage());
        } catch (IllegalStateException closedMeanwhile) {
            throw Refusals.unknownTransport();
        }
    }

    private PartyEvent resume(ListenerRequest.ResumeConsumer asked) {
        if (consumer == null || !consumer.id().equals(asked.consumerId())) {
            throw Refusals.unknownTransport();
        }
        consumer.resume();
        return new PartyEvent.ConsumerResumed();
    }

    /** A browser that fell silent takes its socket along; one that is still there comes back with a new one. */
    private final class ConsumerWatch implements TransportListener {
        @Override
        public void closed(Transport closed, CloseReason reason) {
            if (reason == CloseReason.CONSENT_EXPIRED) {
                member.disconnect(GOING_AWAY, "no sign of life");
            }
        }
    }
}
