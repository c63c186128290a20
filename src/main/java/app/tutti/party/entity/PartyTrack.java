package app.tutti.party.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a listener is told of the track that plays. Durations in seconds. */
public record PartyTrack(
        String id, String title, String artist, String release, Optional<String> coverUrl, double durationSec) {
    private static final Pattern COVER = Pattern.compile("/covers/[0-9a-f]{64}-(96|320|640|full)(\\.jpg)?"
            + "|/api/party/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/covers/[0-9a-f]{64}\\.jpg");

    public PartyTrack {
        id = Check.line("id", id, 64);
        title = Check.line("title", title, 1000);
        artist = Check.line("artist", artist, 1000);
        release = Check.line("release", release, 1000);
        Check.seconds("durationSec", durationSec);
        // A cover of this server and nothing else: the address ends up in every listener's page.
        coverUrl.ifPresent(url -> Check.that(COVER.matcher(url).matches(), "coverUrl"));
    }
}
