package app.tutti.party.control;

import app.tutti.party.entity.PartyEvent.RtpCapabilities;
import app.tutti.party.entity.PartyEvent.RtpCodec;
import java.util.List;

/** What the relay carries. */
final class Capabilities {
    static final RtpCapabilities RTP = new RtpCapabilities(List.of(new RtpCodec("audio/opus", 48_000, 2)));

    private Capabilities() {}
}
