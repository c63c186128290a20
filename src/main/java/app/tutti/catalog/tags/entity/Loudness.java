package app.tutti.catalog.tags.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much louder or quieter a track should be played, alone and among the others of its release; null where it is not
 * known.
 *
 * @param gain in dB, as ReplayGain means it
 * @param peak the highest sample, as a factor of full scale
 */
public record Loudness(Float gain, Float peak, Float releaseGain, Float releasePeak) {
    public static final Loudness UNKNOWN = new Loudness(null, null, null, null);

    /** RFC 7845 §5.2.1 aims at -23 LUFS, ReplayGain 2.0 at -18. */
    private static final float R128_TO_REPLAY_GAIN = 5;

    private static final float Q7_8 = 256;
    private static final float MOST_DB = 64;
    private static final float MOST_PEAK = 64;
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d{1,6}(?:[.,]\\d{0,12})?).*", Pattern.DOTALL);

    static Loudness of(String gain, String peak, String releaseGain, String releasePeak) {
        return new Loudness(
                within(number(gain), MOST_DB),
                within(number(peak), MOST_PEAK),
                within(number(releaseGain), MOST_DB),
                within(number(releasePeak), MOST_PEAK));
    }

    /** With RFC 7845's gains, which are steps of 1/256 dB, where there is no other. */
    Loudness orR128(String track, String release) {
        return new Loudness(
                gain != null ? gain : r128(track),
                peak,
                releaseGain != null ? releaseGain : r128(release),
                releasePeak);
    }

    private static Float r128(String tag) {
        Float steps = number(tag);
        return steps == null ? null : within(steps / Q7_8 + R128_TO_REPLAY_GAIN, MOST_DB);
    }

    private static Float number(String tag) {
        Matcher number = NUMBER.matcher(tag);
        return number.matches() ? Float.valueOf(number.group(1).replace(',', '.')) : null;
    }

    private static Float within(Float number, float most) {
        return number == null || Math.abs(number) > most ? null : number;
    }
}
