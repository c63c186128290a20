package app.tutti.catalog.library.entity;

import app.tutti.catalog.files.entity.AudioFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which releases, and in which order, as an address says it. What makes no sense in an address is left out.
 *
 * @param genre its id; null for all
 * @param year a year ("1999") or a decade ("1990s"); empty for all
 * @param format as {@link AudioFormat} names it; empty for all
 * @param artist whose they are; null for everybody
 * @param with who plays on them, though they are somebody else's; null for everybody
 */
public record ReleaseFilter(Sort sort, Long genre, String year, String format, Long artist, Long with) {
    private static final Pattern YEARS = Pattern.compile("\\d{4}|\\d{3}0s");
    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9_]{1,20}");

    // After the patterns, which it is checked by.
    public static final ReleaseFilter ALL = new ReleaseFilter(Sort.ARTIST, null, "", "", null, null);

    /** What a list of releases can be sorted by. */
    public enum Sort {
        ARTIST,
        TITLE,
        YEAR,
        ADDED;

        public String inAddress() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sort of(String text) {
            for (Sort sort : values()) {
                if (sort.inAddress().equals(text)) {
                    return sort;
                }
            }
            return ARTIST;
        }
    }

    public ReleaseFilter {
        year = matching(YEARS, year);
        format = matching(FORMAT, format);
    }

    public static ReleaseFilter of(String sort, Long genre, String year, String format, Long artist, Long with) {
        return new ReleaseFilter(Sort.of(sort), genre, year, format, artist, with);
    }

    public static ReleaseFilter ofArtist(long artist) {
        return new ReleaseFilter(Sort.YEAR, null, "", "", artist, null);
    }

    public static ReleaseFilter ofGenre(long genre) {
        return new ReleaseFilter(Sort.ARTIST, genre, "", "", null, null);
    }

    public static ReleaseFilter playedOnBy(long artist) {
        return new ReleaseFilter(Sort.YEAR, null, "", "", null, artist);
    }

    public boolean narrows() {
        return !equals(new ReleaseFilter(sort, null, "", "", null, null));
    }

    /** Null where none is asked for. */
    public Integer firstYear() {
        return year.isEmpty() ? null : Integer.valueOf(year.substring(0, 4));
    }

    /** Null where none is asked for. */
    public Integer lastYear() {
        return year.isEmpty() ? null : Integer.valueOf(firstYear() + (year.endsWith("s") ? 9 : 0));
    }

    /** The address of this list, for another parameter to follow. */
    public String address() {
        StringBuilder address = new StringBuilder("/releases?");
        append(address, "sort", sort == Sort.ARTIST ? "" : sort.inAddress());
        append(address, "genre", genre);
        append(address, "year", year);
        append(address, "format", format);
        append(address, "artist", artist);
        append(address, "with", with);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.append(name).append('=').append(value).append('&');
        }
    }

    private static String matching(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches() ? text : "";
    }
}
