package app.tutti.party.control;

import app.tutti.account.access.control.Guests;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.clock.FaultGuard;
import app.tutti.party.entity.Economy;
import app.tutti.party.entity.HostRequest.Claim;
import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyCard;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyEvent.RtpCapabilities;
import app.tutti.party.entity.PartyEvent.RtpCodec;
import app.tutti.party.entity.Secret;
import app.tutti.room.AddressLimit;
import app.tutti.room.Member;
import app.tutti.sfu.Router;
import app.tutti.sfu.Sfu;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The parties that are on. */
@ApplicationScoped
public class Parties {
    private static final System.Logger LOG = System.getLogger(Parties.class.getName());
    /** Whatever is wrong with one party, the others are looked after. */
    private static final FaultGuard ONE_PARTY = new FaultGuard("party-round-of-one");

    private static final int CHANGES_OF_A_JOIN = 10;
    /** A minute, as the others. One address may be a household. */
    private static final int WORDS_OF_AN_ADDRESS = 30;

    private static final int WORDS_OF_A_PARTY = 300;
    private static final int REACTIONS_OF_AN_ADDRESS = 120;
    private static final int WISHES_OF_AN_ADDRESS = 20;

    private final Map<UUID, LiveParty> live = new ConcurrentHashMap<>();
    private final Map<UUID, PartyCovers> covers = new ConcurrentHashMap<>();
    private final Set<Member> watchers = ConcurrentHashMap.newKeySet();
    private final AddressLimit joins = new AddressLimit();
    private final AddressLimit changes = new AddressLimit();
    private final AddressLimit words = new AddressLimit();
    private final AddressLimit reactions = new AddressLimit();
    private final AddressLimit wishes = new AddressLimit();

    @Inject
    Sfu sfu;

    @Inject
    PartySettings settings;

    @Inject
    Event<PartyNews> news;

    @Inject
    Guests guests;

    @Inject
    Tracks tracks;

    public Optional<LiveParty> find(UUID id) {
        return Optional.ofNullable(live.get(id));
    }

    /** The covers that another server's page has sent for a party that is on. */
    public Optional<PartyCovers> covers(UUID id) {
        return Optional.ofNullable(covers.get(id));
    }

    /**
     * Before anybody may host, publish or listen.
     *
     * @param address the IP address they come from
     * @throws TooManyJoins when that many have come from there within a minute
     */
    public void countJoin(String address, long nowNanos) {
        long wait = joins.ask(address, settings.joinsPerAddress(), nowNanos);
        if (wait > 0) {
            throw new TooManyJoins(wait);
        }
    }

    /**
     * Before anybody may change or end a connection by HTTP. Its end and a handful of candidates belong to every join.
     *
     * @param address the IP address they come from
     * @throws TooManyJoins when ten times as many as may join have come from there within a minute
     */
    public void countChange(String address, long nowNanos) {
        long wait = changes.ask(address, CHANGES_OF_A_JOIN * settings.joinsPerAddress(), nowNanos);
        if (wait > 0) {
            throw new TooManyJoins(wait);
        }
    }

    /**
     * Before anybody is heard by all who are there.
     *
     * @param address the IP address they come from
     */
    void countWords(LiveParty party, String address, long nowNanos) {
        require(words.ask(address, WORDS_OF_AN_ADDRESS, nowNanos));
        require(words.ask(party.id().toString(), WORDS_OF_A_PARTY, nowNanos));
    }

    void countReaction(String address, long nowNanos) {
        require(reactions.ask(address, REACTIONS_OF_AN_ADDRESS, nowNanos));
    }

    /** @throws app.tutti.room.Refusal when there is none, or too many were asked for from this address */
    TrackRow wanted(String trackId, String address, long nowNanos) {
        require(wishes.ask(address, WISHES_OF_AN_ADDRESS, nowNanos));
        return tracks.one(Long.parseLong(trackId)).orElseThrow(Refusals::unknownTrack);
    }

    private static void require(long waitNanos) {
        if (waitNanos > 0) {
            throw Refusals.tooMany();
        }
    }

    RtpCapabilities rtpCapabilities() {
        return new RtpCapabilities(sfu.rtpCapabilities().codecs().stream()
                .map(codec -> new RtpCodec(codec.mimeType(), codec.clockRate(), codec.channels()))
                .toList());
    }

    PartySettings settings() {
        return settings;
    }

    /** How many are on, whoever may find them. */
    int live() {
        return live.size();
    }

    /** Of all that are on. */
    int listeners() {
        return live.values().stream().mapToInt(LiveParty::listenerCount).sum();
    }

    /** Those that whoever looks may find. The newest first. */
    public List<PartyCard> listed() {
        return live.values().stream()
                .filter(LiveParty::isListed)
                .sorted(Comparator.comparing(LiveParty::age))
                .map(LiveParty::card)
                .toList();
    }

    /** Is told of the newest that everybody may find, now and whenever there is a newer one. */
    void watch(Member member) {
        watchers.add(member);
        listed().stream().findFirst().ifPresent(newest -> member.tell(new PartyEvent.PartyLive(newest.id())));
    }

    void unwatch(Member member) {
        watchers.remove(member);
    }

    LiveParty create(String name, boolean listed, Optional<String> password, Member host) {
        if (live.size() >= settings.maxParties()) {
            throw Refusals.full();
        }
        Party begun = new Party(name, listed, password);
        LiveParty party = open(begun, host, List.of());
        tell(new PartyNews.Started(
                party.id(),
                OffsetDateTime.now(),
                name,
                begun.listed(),
                begun.secret().hash(),
                password.map(Secret::new)));
        if (party.isListed()) {
            watchers.forEach(watcher -> watcher.tell(new PartyEvent.PartyLive(party.id())));
        }
        return party;
    }

    /** After a restart: it waits for its host, as long as after any loss. */
    public void restore(Party left, List<PartyEvent.Heard> played) {
        open(left, null, played);
    }

    /** Of those that are on. */
    public Set<UUID> ids() {
        return Set.copyOf(live.keySet());
    }

    private LiveParty open(Party begun, Member host, List<PartyEvent.Heard> played) {
        Router router = sfu.createRouter();
        // The host chooses; this is what the relay would take.
        router.maxAverageBitrate(PartySettings.MOST_BITS_PER_SECOND);
        LiveParty party = new LiveParty(begun, new Economy(settings.economyFrom()), router, host, played);
        covers.put(party.id(), new PartyCovers());
        live.put(party.id(), party);
        return party;
    }

    /** The same answer for a party that is over and for a wrong secret: a secret cannot be guessed at. */
    LiveParty resume(Claim claim, Member host) {
        LiveParty party = find(claim.sessionId())
                .filter(found -> found.isHostedBy(claim.secret()))
                .orElseThrow(Refusals::over);
        party.host(host, claim.waits().orElse(false));
        return party;
    }

    void end(LiveParty party, String reason) {
        if (live.remove(party.id()) != null) {
            covers.remove(party.id());
            List<PartyNews> rest = party.end(reason);
            guests.close(party.id());
            rest.forEach(this::tell);
            tell(new PartyNews.Ended(party.id(), OffsetDateTime.now(), reason));
        }
    }

    /** Once in a while: hosts hear how many listen, and parties that were left alone end. */
    public void lookAfter(long nowNanos) {
        live.values().forEach(party -> ONE_PARTY.run(() -> lookAfter(party, nowNanos)));
    }

    private void lookAfter(LiveParty party, long nowNanos) {
        party.tellCrowd();
        party.watchPublishers(nowNanos).forEach(HttpPeer::close);
        party.watchSound(nowNanos);
        party.tellFrameLength(nowNanos);
        party.news(nowNanos).forEach(this::tell);
        if (party.abandoned(nowNanos, settings.grace())) {
            end(party, "abandoned");
        }
    }

    /** What is written down about a party must never stop it: the database may be away while the music plays. */
    private void tell(PartyNews what) {
        try {
            news.fire(what);
        } catch (RuntimeException unwritten) {
            LOG.log(System.Logger.Level.ERROR, "Nobody wrote down " + what, unwritten);
        }
    }
}
