package app.tutti.catalog.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says about itself, cleaned. A text that is missing is empty, a number that is missing or makes no sense is
 * null.
 *
 * @param duration in milliseconds
 */
public record TrackTags(
        String title,
        String artist,
        String releaseArtist,
        String release,
        Integer disc,
        Integer number,
        Integer year,
        long duration) {
    private static final Pattern DIGITS = Pattern.compile("\\s*0*(\\d{1,4})(?!\\d).*", Pattern.DOTALL);

    public TrackTags {
        title = TagText.clean(title);
        artist = TagText.clean(artist);
        releaseArtist = TagText.clean(releaseArtist);
        release = TagText.clean(release);
        duration = Math.max(0, duration);
    }

    /** The number that a tag such as "3/12" or "1999-04-01" starts with; null when there is none. */
    public static Integer number(String tag) {
        Matcher digits = DIGITS.matcher(tag == null ? "" : tag);
        int number = digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
        return number == 0 ? null : number;
    }

    /** With what is missing taken from the file's name and folders. */
    public TrackTags or(FileNames names) {
        String someArtist = firstGiven(artist, releaseArtist, names.artist());
        return new TrackTags(
                firstGiven(title, names.title()),
                someArtist,
                firstGiven(releaseArtist, someArtist),
                firstGiven(release, names.release()),
                disc,
                number,
                year,
                duration);
    }

    private static String firstGiven(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return FileNames.UNKNOWN;
    }
}
