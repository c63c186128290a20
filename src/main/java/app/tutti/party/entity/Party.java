package app.tutti.party.entity;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A party's state without its connections: who may host it, what plays, where in the track, whether the host is
 * there. Confined to the lock of whoever holds it. Times are {@code System.nanoTime()}.
 */
public final class Party {
    private final UUID id = UUID.randomUUID();
    private final Secret secret = Secret.random();
    private final String name;
    private PartyTrack track;
    private boolean playing;
    private double positionSec;
    private double durationSec;
    private long positionNanos;
    private boolean hostPresent = true;
    private long hostLeftNanos;

    public Party(String name) {
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Secret secret() {
        return secret;
    }

    public Optional<PartyTrack> track() {
        return Optional.ofNullable(track);
    }

    public boolean playing() {
        return playing;
    }

    public boolean hostPresent() {
        return hostPresent;
    }

    /** Where in the track, in seconds: told now and then, and running on in between. */
    public double positionSec(long nowNanos) {
        double ranOn = playing && hostPresent ? (nowNanos - positionNanos) / 1e9 : 0;
        double position = positionSec + ranOn;
        return durationSec > 0 ? Math.min(position, durationSec) : position;
    }

    public void nowPlaying(PartyTrack next, long nowNanos) {
        track = next;
        position(0, next.durationSec(), nowNanos);
    }

    public void pause(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        playing = false;
    }

    public void resume(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        playing = true;
    }

    public void position(double seconds, double ofSeconds, long nowNanos) {
        positionSec = seconds;
        durationSec = ofSeconds;
        positionNanos = nowNanos;
    }

    public void hostLeft(long nowNanos) {
        position(positionSec(nowNanos), durationSec, nowNanos);
        hostPresent = false;
        hostLeftNanos = nowNanos;
    }

    /** Nothing sounds until the host plays again, so nothing runs on either. */
    public void hostReturned() {
        hostPresent = true;
        playing = false;
    }

    /** Whether the host has been away for longer than anybody should wait. */
    public boolean abandoned(long nowNanos, Duration grace) {
        return !hostPresent && nowNanos - hostLeftNanos > grace.toNanos();
    }
}
