package app.tutti.party.control;

import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.PartyEvent;
import app.tutti.room.Member;
import app.tutti.room.QrCode;
import app.tutti.sfu.CloseReason;
import app.tutti.sfu.Producer;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportListener;
import app.tutti.sfu.sdp.SdpRefused;
import app.tutti.web.entity.PublicAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A socket as a party's host. */
final class Hosting {
    private final Member member;
    private final Parties parties;
    private final Supplier<PublicAddress> invitation;
    private final String address;
    private LiveParty party;
    private Transport transport;

    Hosting(Member member, Parties parties, Supplier<PublicAddress> invitation, String address) {
        this.member = member;
        this.parties = parties;
        this.invitation = invitation;
        this.address = address;
    }

    /** What to answer; null where nothing is. */
    PartyEvent answer(HostRequest request) {
        long now = System.nanoTime();
        return switch (request) {
            case HostRequest.CreateSession asked -> createSession(asked);
            case HostRequest.CreateProducerTransport asked -> createTransport();
            case HostRequest.Produce asked -> produce(asked);
            case HostRequest.NowPlaying news -> silently(() -> party().nowPlaying(news, now));
            case HostRequest.Pause pause -> silently(() -> party().pause(now));
            case HostRequest.Resume resume -> silently(() -> party().resume(now));
            case HostRequest.Position position -> silently(() -> party().position(position, now));
            case HostRequest.Allow allow -> silently(() -> party().allow(allow));
            case HostRequest.AcceptRequest accept ->
                silently(() -> party().answerRequest(accept.requestedTrackId(), true));
            case HostRequest.DeclineRequest decline ->
                silently(() -> party().answerRequest(decline.requestedTrackId(), false));
            case HostRequest.EndSession end -> silently(() -> parties.end(party(), "ended"));
        };
    }

    boolean isHosting() {
        return party != null && party.isHost(member);
    }

    void end() {
        if (isHosting()) {
            parties.end(party, "ended");
        }
    }

    /** After the answer has been sent. */
    void answered() {
        if (party != null) {
            party.hostKnows(member);
        }
    }

    PartyEvent describe() {
        return OwnTransport.describe(transport);
    }

    void closed() {
        if (transport != null) {
            transport.close();
        }
        if (party != null) {
            party.hostLeft(member, System.nanoTime());
        }
    }

    private PartyEvent createSession(HostRequest.CreateSession asked) {
        if (isHosting()) {
            throw Refusals.alreadyHosting();
        }
        parties.countJoin(address, System.nanoTime());
        party = asked.resume()
                .map(claim -> parties.resume(claim, member))
                .orElseGet(() -> parties.create(
                        asked.name().orElse(""),
                        asked.listed().orElse(parties.settings().isRelay()),
                        password(asked),
                        member));
        String invitation = this.invitation.get().to("/party/" + party.id());
        QrCode qr = QrCode.of(invitation);
        return new PartyEvent.SessionCreated(
                party.id(),
                party.secret(),
                party.card().name(),
                party.isListed(),
                party.hasPassword(),
                invitation,
                new PartyEvent.Drawing(qr.size(), qr.path()),
                parties.rtpCapabilities(),
                parties.settings().iceServers(Instant.now()),
                party.listenerCount(),
                party.allowed().chat(),
                party.allowed().requests());
    }

    private PartyEvent createTransport() {
        if (transport != null) {
            transport.close();
        }
        try {
            transport = party().router().createTransport(new ProducerWatch());
        } catch (IllegalStateException overMeanwhile) {
            throw Refusals.over();
        }
        return new PartyEvent.TransportCreated(transport.id());
    }

    private PartyEvent produce(HostRequest.Produce asked) {
        party();
        if (transport == null || !transport.id().equals(asked.transportId())) {
            throw Refusals.unknownTransport();
        }
        try {
            Producer producer = transport.produce(asked.sdp(), party.frameMillis());
            party.pageProduces(producer);
            return new PartyEvent.Produced(producer.id(), producer.answer());
        } catch (SdpRefused refused) {
            throw Refusals.sdp(refused.getMessage());
        } catch (IllegalStateException closedMeanwhile) {
            throw Refusals.unknownTransport();
        }
    }

    private static Optional<String> password(HostRequest.CreateSession asked) {
        return asked.password().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** As whoever is there; for a host only. */
    Optional<LiveParty> present() {
        return Optional.ofNullable(party).filter(hosted -> hosted.isHost(member));
    }

    private LiveParty party() {
        if (!isHosting()) {
            throw Refusals.notHost();
        }
        return party;
    }

    private static PartyEvent silently(Runnable change) {
        change.run();
        return null;
    }

    /** Tells the host when the way for the sound is gone although the socket is not. */
    private final class ProducerWatch implements TransportListener {
        @Override
        public void closed(Transport closed, CloseReason reason) {
            if (reason != CloseReason.CLOSED) {
                member.tell(
                        new PartyEvent.ProducerClosed(closed.id(), reason.name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
