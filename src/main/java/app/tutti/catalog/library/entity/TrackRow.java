package app.tutti.catalog.library.entity;

import app.tutti.catalog.files.entity.AudioFormat;

/**
 * A track as a list shows it and the player takes it.
 *
 * @param disc null when the file does not say, as {@code number}, the gains (dB) and the peaks (of full scale)
 * @param artistName everybody as the file names them
 * @param cover the hash of its release's picture; null without one
 * @param duration in milliseconds; 0 when it is not known
 */
public record TrackRow(
        long id,
        Integer disc,
        Integer number,
        String title,
        long artistId,
        String artistName,
        long releaseId,
        String releaseTitle,
        String cover,
        long duration,
        AudioFormat format,
        Double gain,
        Double peak,
        Double releaseGain,
        Double releasePeak) {

    public long durationSeconds() {
        return duration == 0 ? 0 : Math.max(1, Math.round(duration / 1000.0));
    }
}
