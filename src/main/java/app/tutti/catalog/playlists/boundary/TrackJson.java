package app.tutti.catalog.playlists.boundary;

import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.catalog.playlists.entity.ListedTrack;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** A track as the player takes it. Durations in seconds, gains in dB; what is not known is left out. */
public final class TrackJson {
    private TrackJson() {}

    public static JsonObjectBuilder of(ListedTrack song) {
        JsonObjectBuilder json = named(song.id(), song.title(), song.artist())
                .add("release", song.release())
                .add("releaseId", song.releaseId())
                .add("cover", song.cover())
                .add("duration", song.duration() / 1000.0)
                .add("favourite", song.favourite());
        return loud(json, song.gain(), song.peak(), song.releaseGain(), song.releasePeak());
    }

    public static JsonObjectBuilder of(TrackRow track) {
        JsonObjectBuilder json = named(track.id(), track.title(), track.artistName())
                .add("release", track.releaseTitle())
                .add("releaseId", track.releaseId())
                .add("cover", track.cover() == null ? "" : "/covers/" + track.cover() + "-640.jpg")
                .add("duration", track.duration() / 1000.0);
        return loud(json, track.gain(), track.peak(), track.releaseGain(), track.releasePeak());
    }

    private static JsonObjectBuilder named(long id, String title, String artist) {
        return Json.createObjectBuilder().add("id", id).add("title", title).add("artist", artist);
    }

    private static JsonObjectBuilder loud(
            JsonObjectBuilder json, Double gain, Double peak, Double releaseGain, Double releasePeak) {
        add(json, "gain", gain);
        add(json, "peak", peak);
        add(json, "releaseGain", releaseGain);
        add(json, "releasePeak", releasePeak);
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, Double value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
