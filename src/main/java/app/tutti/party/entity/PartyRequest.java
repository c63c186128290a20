package app.tutti.party.entity;

/** What a browser may send on {@code /ws/party}; see docs/protocol.md. */
public sealed interface PartyRequest
        permits HostRequest, ListenerRequest, PartyRequest.ClockProbe, PartyRequest.DescribeTransport {

    /** @param t0 the asker's own clock, milliseconds */
    record ClockProbe(double t0) implements PartyRequest {
        public ClockProbe {
            Check.that(Double.isFinite(t0), "t0");
        }
    }

    /** The asker's own, which this socket has made: there is no way to name another. */
    record DescribeTransport() implements PartyRequest {}
}
