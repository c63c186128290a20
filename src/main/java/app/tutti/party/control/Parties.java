package app.tutti.party.control;

import app.tutti.party.entity.HostRequest.Claim;
import app.tutti.party.entity.Party;
import app.tutti.room.Member;
import app.tutti.sfu.Router;
import app.tutti.sfu.Sfu;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The parties that are on. */
@ApplicationScoped
public class Parties {
    private final Map<UUID, LiveParty> live = new ConcurrentHashMap<>();

    @Inject
    Sfu sfu;

    @Inject
    PartySettings settings;

    @Inject
    Event<PartyNews> news;

    public Collection<LiveParty> all() {
        return List.copyOf(live.values());
    }

    public Optional<LiveParty> find(UUID id) {
        return Optional.ofNullable(live.get(id));
    }

    PartySettings settings() {
        return settings;
    }

    LiveParty create(String name, Member host) {
        if (live.size() >= settings.maxParties()) {
            throw Refusals.full();
        }
        Router router = sfu.createRouter();
        router.maxAverageBitrate(settings.bitrate());
        LiveParty party = new LiveParty(new Party(name), router, host);
        live.put(party.id(), party);
        news.fire(new PartyNews.Started(party.id(), OffsetDateTime.now(), name));
        return party;
    }

    /** The same answer for a party that is over and for a wrong secret: a secret cannot be guessed at. */
    LiveParty resume(Claim claim, Member host) {
        LiveParty party = find(claim.sessionId())
                .filter(found -> found.isHostedBy(claim.secret()))
                .orElseThrow(Refusals::over);
        party.host(host);
        return party;
    }

    void end(LiveParty party, String reason) {
        if (live.remove(party.id()) != null) {
            party.end(reason);
            news.fire(new PartyNews.Ended(party.id(), OffsetDateTime.now(), reason));
        }
    }

    /** Once in a while: hosts hear how many listen, and parties that were left alone end. */
    public void lookAfter(long nowNanos) {
        for (LiveParty party : live.values()) {
            party.countChanged()
                    .ifPresent(count -> news.fire(new PartyNews.Counted(party.id(), OffsetDateTime.now(), count)));
            if (party.abandoned(nowNanos, settings.grace())) {
                end(party, "abandoned");
            }
        }
    }
}
