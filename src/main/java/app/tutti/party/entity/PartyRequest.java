package app.tutti.party.entity;

import app.tutti.text.TextRefused;
import java.util.Set;

/** What a browser may send on {@code /ws/party}; see docs/protocol.md. */
public sealed interface PartyRequest
        permits HostRequest,
                ListenerRequest,
                PartyRequest.Chat,
                PartyRequest.Reaction,
                PartyRequest.Watch,
                PartyRequest.ClockProbe,
                PartyRequest.DescribeTransport {

    /** To everybody there. */
    record Chat(String text) implements PartyRequest {
        public Chat {
            text = Check.line("text", text, 500);
            if (text.isEmpty()) {
                throw new TextRefused("text", TextRefused.Fault.EMPTY);
            }
        }
    }

    /** Without words. */
    record Reaction(String kind) implements PartyRequest {
        private static final Set<String> KINDS = Set.of("heart", "cheer", "fire", "laugh", "wow");

        public Reaction {
            Check.that(KINDS.contains(kind), "kind");
        }
    }

    /** Waits for a party that everybody may find. */
    record Watch() implements PartyRequest {}

    /** @param t0 the asker's own clock, milliseconds */
    record ClockProbe(double t0) implements PartyRequest {
        public ClockProbe {
            Check.that(Double.isFinite(t0), "t0");
        }
    }

    /** The asker's own, which this socket has made: there is no way to name another. */
    record DescribeTransport() implements PartyRequest {}
}
