package app.tutti.party.control;

import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyEvent;
import app.tutti.room.Member;
import app.tutti.sfu.Consumer;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportListener;
import app.tutti.sfu.sdp.SdpRefused;

/** A socket as a party's listener. */
final class Listening {
    private final Member member;
    private final Parties parties;
    private LiveParty party;
    private Transport transport;
    private Consumer consumer;

    Listening(Member member, Parties parties) {
        this.member = member;
        this.parties = parties;
    }

    PartyEvent answer(ListenerRequest request) {
        return switch (request) {
            case ListenerRequest.Join asked -> join(asked);
            case ListenerRequest.CreateConsumerTransport asked -> createTransport();
            case ListenerRequest.Consume asked -> consume(asked);
            case ListenerRequest.ResumeConsumer asked -> resume(asked);
        };
    }

    void closed() {
        if (transport != null) {
            transport.close();
        }
        if (party != null) {
            party.leave(member);
        }
    }

    private PartyEvent join(ListenerRequest.Join asked) {
        if (party != null) {
            party.leave(member);
        }
        party = parties.find(asked.sessionId()).orElseThrow(Refusals::unknown);
        return party.join(member, parties.settings(), System.nanoTime());
    }

    private PartyEvent createTransport() {
        if (party == null) {
            throw Refusals.notListener();
        }
        if (transport != null) {
            transport.close();
        }
        consumer = null;
        // The listener's browser sees by itself when the sound stops coming, and asks for a new way.
        transport = party.router().createTransport(new TransportListener() {});
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
}
