package app.tutti.party.entity;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A party's state without its connections: who may host it, what plays, where in the track, whether the host is
 * there. Confined to the lock of whoever holds it. Times are {@code System.nanoTime()}.
 */
public final class Party {
    private final UUID id;
    private final HostSecret secret;
    private final String name;
    private final boolean listed;
    private final Optional<PartyPassword> password;
    private PartyTrack track;
    private boolean pagePlaying;
    private double positionSec;
    private double durationSec;
    private long positionNanos;
    private boolean pagePresent = true;
    private boolean published;
    private long hostLeftNanos;

    /**
     * @param listed whether others find it without its link
     * @param password what they need beside it; such a party is never listed
     */
    public Party(String name, boolean listed, Optional<String> password) {
        this(UUID.randomUUID(), name, listed, HostSecret.random(), password.map(PartyPassword::of));
    }

    private Party(UUID id, String name, boolean listed, HostSecret secret, Optional<PartyPassword> password) {
        this.id = id;
        this.name = name;
        this.listed = listed && password.isEmpty();
        this.secret = secret;
        this.password = password;
    }

    /** One that was on when the server stopped. Its host may come back, as after any loss. */
    public static Party leftOpen(
            UUID id, String name, boolean listed, HostSecret secret, Optional<PartyPassword> password, long nowNanos) {
        Party party = new Party(id, name, listed, secret, password);
        party.hostLeft(nowNanos);
        return party;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean listed() {
        return listed;
    }

    public boolean hasPassword() {
        return password.isPresent();
    }

    /** Whoever asks may listen: there is no password, or this is it. */
    public boolean admits(Optional<String> given) {
        return password.map(right -> right.matches(given)).orElse(true);
    }

    public HostSecret secret() {
        return secret;
    }

    public Optional<PartyTrack> track() {
        return Optional.ofNullable(track);
    }

    /** The host's page plays, or a program publishes in its place. */
    public boolean playing() {
        return published || pagePlaying;
    }

    /** By page or by program. */
    public boolean hostPresent() {
        return published || pagePresent;
    }

    /** Where in the track, in seconds: told now and then, and running on in between. */
    public double positionSec(long nowNanos) {
        double ranOn = playing() && hostPresent() ? (nowNanos - positionNanos) / 1e9 : 0;
        double position = positionSec + ranOn;
        return durationSec > 0 ? Math.min(position, durationSec) : position;
    }

    public double durationSec() {
        return durationSec;
    }

    public void nowPlaying(PartyTrack next, long nowNanos) {
        track = next;
        position(0, next.durationSec(), nowNanos);
    }

    public void pause(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        pagePlaying = false;
    }

    public void resume(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        pagePlaying = true;
    }

    public void position(double seconds, double ofSeconds, long nowNanos) {
        positionSec = seconds;
        durationSec = ofSeconds;
        positionNanos = nowNanos;
    }

    public void hostLeft(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        pagePresent = false;
        hostLeftNanos = nowNanos;
    }

    /** The page makes no sound until the host plays again, so nothing runs on either. */
    public void hostReturned() {
        pagePresent = true;
        pagePlaying = false;
    }

    /** From here on a program is what sounds, whatever the page does. */
    public void published(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        published = true;
    }

    /** The program is gone: the page is what sounds, if it is there. */
    public void unpublished(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        published = false;
        hostLeftNanos = nowNanos;
    }

    /** Whether the host has been away for longer than anybody should wait. */
    public boolean abandoned(long nowNanos, Duration grace) {
        return !hostPresent() && nowNanos - hostLeftNanos > grace.toNanos();
    }
}
