package app.tutti.party.control;

import app.tutti.clock.ServerClock;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Invitation;
import app.tutti.room.Member;
import app.tutti.room.Protocol.Request;
import app.tutti.room.Refusal;

/** One socket's talk with a party: whose it is shows with the first request. Confined to the socket's thread. */
public final class PartyConversation {
    private final Member member;
    private final ServerClock clock;
    private final Hosting hosting;
    private final Listening listening;

    public PartyConversation(Member member, Parties parties, ServerClock clock, Invitation invitation) {
        this.member = member;
        this.clock = clock;
        hosting = new Hosting(member, parties, invitation);
        listening = new Listening(member, parties);
    }

    public void handle(Request<PartyRequest> request) {
        try {
            PartyEvent answer = answer(request.body());
            if (answer != null) {
                member.answer((Record) answer, request.requestId());
            }
        } catch (Refusal refusal) {
            member.answer(new PartyEvent.Error(refusal.code(), refusal.getMessage()), request.requestId());
        }
    }

    public void closed() {
        hosting.closed();
        listening.closed();
    }

    private PartyEvent answer(PartyRequest request) {
        return switch (request) {
            case HostRequest asked -> hosting.answer(asked);
            case ListenerRequest asked -> listening.answer(asked);
            case PartyRequest.ClockProbe probe -> answer(probe);
        };
    }

    private PartyEvent answer(PartyRequest.ClockProbe probe) {
        double came = clock.now();
        return new PartyEvent.ClockAnswer(probe.t0(), came, clock.now(), clock.epoch());
    }
}
