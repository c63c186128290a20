package app.tutti.party.control;

import app.tutti.clock.ServerClock;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Member;
import app.tutti.room.Protocol.Request;
import app.tutti.room.Refusal;
import app.tutti.web.entity.PublicAddress;
import java.util.function.Supplier;

/** One socket's talk with a party: whose it is shows with the first request. Guards itself: a close can come at any time. */
public final class PartyConversation {
    private final Member member;
    private final ServerClock clock;
    private final Parties parties;
    private final String address;
    private final Hosting hosting;
    private final Listening listening;
    private boolean over;

    /** @param address the other end's IP address */
    public PartyConversation(
            Member member, Parties parties, ServerClock clock, Supplier<PublicAddress> invitation, String address) {
        this.member = member;
        this.clock = clock;
        this.parties = parties;
        this.address = address;
        hosting = new Hosting(member, parties, invitation, address);
        listening = new Listening(member, parties, address);
    }

    public synchronized void handle(Request<PartyRequest> request) {
        if (over) {
            return;
        }
        try {
            PartyEvent answer = answer(request.body());
            if (answer != null) {
                member.answer((Record) answer, request.requestId());
                hosting.answered();
                listening.answered();
            }
        } catch (Refusal refusal) {
            member.answer(new PartyEvent.Error(refusal.code(), refusal.getMessage()), request.requestId());
        }
    }

    public synchronized void closed() {
        over = true;
        parties.unwatch(member);
        hosting.closed();
        listening.closed();
    }

    /** Whose name it was in may not any more: a party of theirs does not wait for them, nor go on by its secret. */
    public synchronized void signedOut() {
        hosting.end();
        closed();
    }

    private PartyEvent answer(PartyRequest request) {
        return switch (request) {
            case HostRequest asked -> hosting.answer(asked);
            case ListenerRequest asked -> listening(asked);
            case PartyRequest.Chat said -> chat(said);
            case PartyRequest.Reaction shown -> react(shown);
            case PartyRequest.Watch watch -> watch();
            case PartyRequest.ClockProbe probe -> answer(probe);
            case PartyRequest.DescribeTransport asked ->
                hosting.isHosting() ? hosting.describe() : listening.describe();
        };
    }

    /** A host does not listen by the same socket. */
    private PartyEvent listening(ListenerRequest asked) {
        if (hosting.isHosting()) {
            throw Refusals.notListener();
        }
        return listening.answer(asked);
    }

    private PartyEvent chat(PartyRequest.Chat said) {
        LiveParty party = present();
        party.requireChat();
        parties.countWords(party, address, System.nanoTime());
        party.chat(member, said.text(), clock.now());
        return null;
    }

    private PartyEvent react(PartyRequest.Reaction shown) {
        LiveParty party = present();
        parties.countReaction(address, System.nanoTime());
        party.react(shown.kind());
        return null;
    }

    private PartyEvent watch() {
        parties.watch(member);
        return null;
    }

    private LiveParty present() {
        return hosting.present().orElseGet(listening::party);
    }

    private PartyEvent answer(PartyRequest.ClockProbe probe) {
        double came = clock.now();
        return new PartyEvent.ClockAnswer(probe.t0(), came, clock.now(), clock.epoch());
    }
}
