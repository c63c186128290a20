package app.tutti.party.control;

import app.tutti.account.access.control.Guests;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.sfu.Sfu;
import java.util.Optional;

/** Parties at a real relay, of which nobody keeps a record and where nobody has music. */
public record FakeParties(Parties parties, PartySettings settings) {
    public static FakeParties at(Sfu sfu) {
        PartySettings settings = new PartySettings();
        settings.enabled = true;
        settings.role = "host";
        settings.maxParties = 50;
        settings.maxListeners = 100;
        settings.economyFrom = 1000;
        settings.graceSeconds = 0;
        settings.kilobitsPerSecond = 128;
        settings.iceServers = Optional.empty();
        settings.turnSecret = Optional.empty();
        settings.joinsPerAddress = 1_000_000;
        Parties parties = new Parties();
        parties.sfu = sfu;
        parties.news = new FakeNews();
        parties.settings = settings;
        parties.guests = new Guests();
        parties.tracks = new Tracks() {
            @Override
            public Optional<TrackRow> one(long id) {
                return Optional.empty();
            }
        };
        return new FakeParties(parties, settings);
    }
}
