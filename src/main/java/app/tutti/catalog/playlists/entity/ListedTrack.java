package app.tutti.catalog.playlists.entity;

import app.tutti.catalog.files.entity.AudioFormat;

/**
 * A track wherever a person has put it: in a playlist, among favourites, in the queue.
 *
 * @param entry the playlist's entry; 0 elsewhere
 * @param picture the hash of its cover; may be null, as the gains (dB) and peaks (of full scale)
 * @param duration in milliseconds
 * @param gone whether its file is not there now
 * @param plays how often who looks at it has heard it
 */
public record ListedTrack(
        long entry,
        long id,
        String title,
        long artistId,
        String artist,
        long releaseId,
        String release,
        String picture,
        long duration,
        AudioFormat format,
        Double gain,
        Double peak,
        Double releaseGain,
        Double releasePeak,
        boolean gone,
        boolean favourite,
        long plays) {

    public long durationSeconds() {
        return duration == 0 ? 0 : Math.max(1, Math.round(duration / 1000.0));
    }

    /** Empty without a cover. */
    public String cover() {
        return picture == null ? "" : "/covers/" + picture + "-640.jpg";
    }
}
