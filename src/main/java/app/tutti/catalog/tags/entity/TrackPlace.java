package app.tutti.catalog.tags.entity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which disc a track stands, and as which. Sides of vinyl are discs here: "A2" is the second on the first.
 *
 * @param disc null when it is not known, as the number
 */
public record TrackPlace(Integer disc, Integer number) {
    private static final Pattern ON_A_SIDE = Pattern.compile("\\s*([A-Za-z])[ .-]?0*(\\d{1,3})(?:/.*)?\\s*");
    private static final int SIDES = 2;

    /** Of what two tags say. */
    public static TrackPlace of(String discTag, String numberTag) {
        Integer disc = TrackTags.number(discTag);
        Matcher side = ON_A_SIDE.matcher(numberTag == null ? "" : numberTag);
        return side.matches()
                ? new TrackPlace(disc(disc, side(side.group(1))), TrackTags.number(side.group(2)))
                : new TrackPlace(disc, TrackTags.number(numberTag));
    }

    static int side(String letter) {
        return letter.toUpperCase(Locale.ROOT).charAt(0) - 'A' + 1;
    }

    /** The second record has sides C and D, or A and B once more. */
    private static int disc(Integer record, int side) {
        return record == null || side > SIDES ? side : (record - 1) * SIDES + side;
    }
}
