package app.tutti.party.control;

import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyTrack;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Ana hosts, Bruno listens. */
abstract class AnasParty extends PartyTalk {
    static final PartyTrack TWO_ROOMS = TRACK;
    static final PartyTrack NIGHT_FERRY =
            new PartyTrack("8", "Night Ferry", "Harbour Lights", "Night Ferry", Optional.empty(), 60);

    UUID party;

    @BeforeEach
    void brunoListensToAna() {
        party = anaStarts();
        ask(brunos, new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
    }
}
