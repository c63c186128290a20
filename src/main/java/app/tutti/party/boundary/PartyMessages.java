package app.tutti.party.boundary;

import app.tutti.account.people.entity.Role;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyRequest;

/** Who may send what on {@code /ws/party}. */
public final class PartyMessages {
    private PartyMessages() {}

    /** A message without a rule does not compile. Who has a party's link may listen. */
    public static Role needed(PartyRequest request) {
        return switch (request) {
            case HostRequest.CreateSession create -> Role.MEMBER;
            case HostRequest.CreateProducerTransport create -> Role.MEMBER;
            case HostRequest.Produce produce -> Role.MEMBER;
            case HostRequest.NowPlaying playing -> Role.MEMBER;
            case HostRequest.Pause pause -> Role.MEMBER;
            case HostRequest.Resume resume -> Role.MEMBER;
            case HostRequest.Position position -> Role.MEMBER;
            case HostRequest.EndSession end -> Role.MEMBER;
            case HostRequest.Allow allow -> Role.MEMBER;
            case HostRequest.AcceptRequest accept -> Role.MEMBER;
            case HostRequest.DeclineRequest decline -> Role.MEMBER;
            case ListenerRequest.Join join -> Role.ANONYMOUS;
            case ListenerRequest.CreateConsumerTransport create -> Role.ANONYMOUS;
            case ListenerRequest.Consume consume -> Role.ANONYMOUS;
            case ListenerRequest.ResumeConsumer resume -> Role.ANONYMOUS;
            case ListenerRequest.Introduce introduce -> Role.ANONYMOUS;
            case ListenerRequest.RequestTrack wish -> Role.ANONYMOUS;
            case PartyRequest.Chat chat -> Role.ANONYMOUS;
            case PartyRequest.Reaction reaction -> Role.ANONYMOUS;
            case PartyRequest.Watch watch -> Role.ANONYMOUS;
            case PartyRequest.ClockProbe probe -> Role.ANONYMOUS;
            case PartyRequest.DescribeTransport describe -> Role.ANONYMOUS;
        };
    }
}
