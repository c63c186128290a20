package app.tutti.party.entity;

import java.util.Optional;

/** What a listener is told of the track that plays. Durations in seconds. */
public record PartyTrack(
        String id, String title, String artist, String release, Optional<String> coverUrl, double durationSec) {
    public PartyTrack {
        Check.length("id", id, 64);
        Check.length("title", title, 1000);
        Check.length("artist", artist, 1000);
        Check.length("release", release, 1000);
        Check.seconds("durationSec", durationSec);
        // A cover of this server and nothing else: the address ends up in every listener's page.
        coverUrl.ifPresent(url -> Check.that(url.matches("/api/covers/\\d{1,18}"), "coverUrl"));
    }
}
