package app.tutti.party.control;

import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.party.entity.Economy;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyCard;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyEvent.RtpCapabilities;
import app.tutti.room.Member;
import app.tutti.room.Protocol;
import app.tutti.sfu.Producer;
import app.tutti.sfu.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A party with its people: state, host, listeners and the router that carries its sound. Guards itself. */
public final class LiveParty {
    private final Party party;
    private final Router router;
    private final long startedNanos = System.nanoTime();
    private final Instant startedAt = Instant.now();
    private final Crowd crowd = new Crowd();
    private final Talk talk = new Talk();
    private final Wishes wishes = new Wishes();
    private final Chronicle chronicle;
    private final Map<String, HttpPeer> httpPeers = new HashMap<>();
    private final Economy economy;
    private HostRequest.Allow allowed = new HostRequest.Allow(true, false);
    private Member host;
    private final SoundSource source = new SoundSource();
    private final SoundWatch sound = new SoundWatch();
    // Whether the host knows by now that it hosts: nothing else may be told before.
    private boolean hostKnows;
    private int countTold = -1;
    private int frameTold = Economy.USUAL_MILLIS;
    private boolean over;

    /** @param heard before a restart of the server */
    LiveParty(Party party, Economy economy, Router router, Member host, List<PartyEvent.Heard> heard) {
        this.party = party;
        chronicle = new Chronicle(party, heard);
        this.economy = economy;
        this.router = router;
        this.host = host;
    }

    public UUID id() {
        return party.id();
    }

    public String secret() {
        return party.secret().value().value();
    }

    public boolean isHostedBy(String secret) {
        return party.secret().matches(secret);
    }

    Router router() {
        return router;
    }

    synchronized boolean isHost(Member member) {
        return host == member && !over;
    }

    boolean isListed() {
        return party.listed();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    synchronized PartyCard card() {
        return new PartyCard(party.id(), party.name(), party.track(), crowd.size(), startedAt);
    }

    public synchronized int listenerCount() {
        return crowd.size();
    }

    /** The new one hosts from here on; the one before is told, and listeners once there can be sound again. */
    synchronized void host(Member next, boolean waits) {
        if (over) {
            throw Refusals.over();
        }
        if (host != null && host != next) {
            host.tell(new PartyEvent.TakenOver());
        }
        host = next;
        hostKnows = false;
        countTold = -1;
        frameTold = economy.frameMillis();
        party.hostReturned();
        sound.startAgain(waits);
        if (!source.isProgram() && !waits) {
            broadcast(new PartyEvent.HostReturned());
        }
    }

    /** After that was told. */
    synchronized void hostKnows(Member told) {
        if (host == told && !hostKnows) {
            hostKnows = true;
            crowd.tellAgain();
            talk.recent().forEach(host::send);
            wishes.all().forEach(host::tell);
        }
    }

    /** Tells who has just joined what was said before. */
    synchronized void welcome(Member listener) {
        talk.recent().forEach(listener::send);
    }

    /** Does nothing when {@code gone} no longer hosts: the tab that was taken over closes too. */
    synchronized void hostLeft(Member gone, long nowNanos) {
        if (host == gone) {
            host = null;
            party.hostLeft(nowNanos);
            sound.forget();
            if (!source.isProgram()) {
                broadcast(new PartyEvent.HostReconnecting());
            }
        }
    }

    /** What the host's page sends is heard unless a program publishes in its place. */
    synchronized void pageProduces(Producer producer) {
        sound.follow(producer);
        source.page(producer);
    }

    /** Passes over a program that sends no more, and takes one that begins to. Returns whom it replaces, to be closed. */
    synchronized List<HttpPublisher> watchPublishers(long nowNanos) {
        if (source.hasFallenSilent(nowNanos)) {
            giveBack(nowNanos);
        }
        return source.another(httpPeers.values(), nowNanos)
                .map(next -> takeOver(next, nowNanos))
                .orElse(List.of());
    }

    private List<HttpPublisher> takeOver(HttpPublisher next, long nowNanos) {
        if (!party.hostPresent() || sound.isCutOff()) {
            broadcast(new PartyEvent.HostReturned());
        }
        party.published(nowNanos);
        sound.forget();
        broadcast(new HostRequest.Resume());
        return source.takeOver(next, httpPeers.values());
    }

    synchronized void publisherLeft(HttpPublisher gone, long nowNanos) {
        forget(gone);
        if (!over && source.left(gone)) {
            giveBack(nowNanos);
        }
    }

    private void giveBack(long nowNanos) {
        source.giveBack();
        party.unpublished(nowNanos);
        if (!party.hostPresent() || !party.playing()) {
            broadcast(party.hostPresent() ? new HostRequest.Pause() : new PartyEvent.HostReconnecting());
        }
    }

    synchronized void nowPlaying(HostRequest.NowPlaying news, long nowNanos) {
        party.nowPlaying(news.track(), nowNanos);
        chronicle.hear();
        broadcast(news);
    }

    synchronized void pause(long nowNanos) {
        party.pause(nowNanos);
        if (!party.playing()) {
            broadcast(new HostRequest.Pause());
        }
    }

    synchronized void resume(long nowNanos) {
        party.resume(nowNanos);
        chronicle.hear();
        broadcast(new HostRequest.Resume());
    }

    synchronized void position(HostRequest.Position position, long nowNanos) {
        party.position(position.positionSec(), position.durationSec(), nowNanos);
        broadcast(position);
    }

    /** @throws app.tutti.room.Refusal without it, where one is needed */
    void requirePassword(Optional<String> given) {
        if (!party.admits(given)) {
            throw given.isEmpty() ? Refusals.password() : Refusals.wrongPassword();
        }
    }

    public boolean hasPassword() {
        return party.hasPassword();
    }

    public boolean admits(Optional<String> password) {
        return party.admits(password);
    }

    synchronized void introduce(Member listener, String name) {
        if (crowd.has(listener)) {
            crowd.add(listener, name);
        }
    }

    synchronized void allow(HostRequest.Allow asked) {
        allowed = asked;
        everybody(new PartyEvent.Allowed(asked.chat(), asked.requests()));
    }

    synchronized void requireChat() {
        require(allowed.chat());
    }

    synchronized void requireRequests() {
        require(allowed.requests());
    }

    /** @param at UTC milliseconds */
    synchronized void chat(Member from, String text, double at) {
        String message = talk.say(crowd.name(from), from == host, text, at);
        crowd.send(message);
        Optional.ofNullable(host).filter(told -> hostKnows).ifPresent(told -> told.send(message));
    }

    synchronized void react(String kind) {
        talk.react(kind);
    }

    synchronized void request(Member from, TrackRow track) {
        wishes.add(track, from, crowd.name(from)).ifPresent(this::tellHost);
    }

    synchronized void answerRequest(String trackId, boolean accepted) {
        String title = wishes.title(trackId).orElse("");
        for (Member asked : wishes.answered(trackId)) {
            asked.tell(new PartyEvent.RequestAnswered(trackId, title, accepted));
        }
    }

    private static void require(boolean isAllowed) {
        if (!isAllowed) {
            throw Refusals.notAllowed();
        }
    }

    synchronized HostRequest.Allow allowed() {
        return allowed;
    }

    private void everybody(Record event) {
        broadcast(event);
        tellHost(event);
    }

    private void tellHost(Record event) {
        if (host != null && hostKnows) {
            host.tell(event);
        }
    }

    synchronized PartyEvent.Joined join(
            Member listener, String name, RtpCapabilities rtpCapabilities, PartySettings settings, long nowNanos) {
        admit(listener, settings.maxListeners());
        crowd.add(listener, name);
        return new PartyEvent.Joined(
                party.name(),
                rtpCapabilities,
                settings.iceServers(Instant.now()),
                party.track(),
                party.playing(),
                party.positionSec(nowNanos),
                party.hostPresent() && !sound.isCutOff(),
                settings.bufferMs(),
                allowed.chat(),
                allowed.requests());
    }

    /** Counts as a listener from here on. */
    synchronized void admit(Member listener, int maxListeners) {
        if (over) {
            throw Refusals.over();
        }
        if (crowd.size() >= maxListeners) {
            throw Refusals.full();
        }
        crowd.add(listener, "");
    }

    /** Can be found by its id from here on. */
    synchronized void enter(HttpPeer peer) {
        if (over) {
            throw Refusals.over();
        }
        httpPeers.put(peer.id(), peer);
    }

    synchronized void forget(HttpPeer peer) {
        httpPeers.remove(peer.id());
    }

    /** Who came by HTTP, in this way, and is still there. */
    public synchronized <P extends HttpPeer> Optional<P> httpPeer(Class<P> kind, String id) {
        return Optional.ofNullable(httpPeers.get(id)).filter(kind::isInstance).map(kind::cast);
    }

    synchronized void leave(Member listener) {
        crowd.remove(listener);
    }

    /** Tells the host how many listen and who, if that has changed, and everybody what the others show. */
    synchronized void tellCrowd() {
        if (over) {
            return;
        }
        talk.reactions().forEach(this::everybody);
        if (hostKnows && host != null) {
            if (countTold != crowd.size()) {
                countTold = crowd.size();
                host.tell(new PartyEvent.ListenerCount(countTold));
            }
            crowd.news().ifPresent(names -> host.tell(new PartyEvent.Listeners(names)));
        }
    }

    /** Listeners hear of a host who is cut off long before the socket shows it. */
    synchronized void watchSound(long nowNanos) {
        if (over || host == null || source.isProgram() || !sound.hasChanged(party.playing(), nowNanos)) {
            return;
        }
        if (sound.isCutOff()) {
            broadcast(new PartyEvent.HostReconnecting());
        } else {
            broadcast(new PartyEvent.HostReturned());
            broadcast(new HostRequest.Position(party.positionSec(nowNanos), party.durationSec()));
            broadcast(party.playing() ? new HostRequest.Resume() : new HostRequest.Pause());
        }
    }

    /** How much music the host's page should put in a packet, milliseconds. */
    synchronized int frameMillis() {
        return economy.frameMillis();
    }

    /** Tells the host when its packets should be longer or shorter, for so many listeners. */
    synchronized void tellFrameLength(long nowNanos) {
        int millis = economy.frameMillis(crowd.size(), nowNanos);
        if (!over && hostKnows && host != null && frameTold != millis) {
            frameTold = millis;
            host.tell(new PartyEvent.FrameLength(millis));
        }
    }

    /** What is to be written down since it was asked for last. */
    synchronized List<PartyNews> news(long nowNanos) {
        return over ? List.of() : chronicle.news(crowd.size(), nowNanos);
    }

    synchronized boolean abandoned(long nowNanos, Duration grace) {
        return party.abandoned(nowNanos, grace);
    }

    /** @return what is still to be written down */
    synchronized List<PartyNews> end(String reason) {
        over = true;
        List<PartyNews> rest = chronicle.rest(crowd.size());
        PartyEvent.SessionEnded end = new PartyEvent.SessionEnded(reason, chronicle.heard());
        broadcast(end);
        if (host != null) {
            host.tell(end);
        }
        crowd.clear();
        httpPeers.clear();
        router.close();
        return rest;
    }

    private void broadcast(Record event) {
        crowd.send(Protocol.encode(event, Optional.empty()));
    }
}
