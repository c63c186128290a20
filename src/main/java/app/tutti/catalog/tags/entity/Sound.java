package app.tutti.catalog.tags.entity;

import app.tutti.catalog.files.entity.AudioFormat;

/**
 * What a file's sound is like.
 *
 * @param format what is inside, which is not always what the name says
 * @param duration in milliseconds; 0 when it is not known
 * @param bitrate in kbit/s; null, as the others, when it is not known
 * @param sampleRate in Hz
 */
public record Sound(AudioFormat format, long duration, Integer bitrate, Integer sampleRate, Integer channels) {
    private static final int HIGHEST = 100_000_000;

    public Sound {
        duration = Math.clamp(duration, 0, Integer.MAX_VALUE);
        bitrate = sensible(bitrate, HIGHEST);
        sampleRate = sensible(sampleRate, HIGHEST);
        channels = sensible(channels, 255);
    }

    /** As long as it was measured to be, in so many bytes. */
    public Sound lasting(long milliseconds, long bytes) {
        Integer average = milliseconds > 0 ? (int) Math.min(bytes * 8 / milliseconds, HIGHEST) : null;
        return new Sound(format, milliseconds, average, sampleRate, channels);
    }

    private static Integer sensible(Integer number, int most) {
        return number == null || number < 1 || number > most ? null : number;
    }
}
