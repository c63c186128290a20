package app.tutti.catalog.tags.entity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the year in a date as people and programs write it: 2023-04-05, 20230405, 05.04.2023, 4/5/2023, 2023年. */
public final class TagYear {
    private static final String YEAR = "([12]\\d{3})";
    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String DAY = "(?:0[1-9]|[12]\\d|3[01])";
    private static final String TIME = "(?:[01]\\d|2[0-3])(?:[0-5]\\d){0,2}";
    private static final Pattern STANDING_ALONE = Pattern.compile("(?<!\\d)" + YEAR + "(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)" + YEAR + MONTH + "(?:" + DAY + "(?:" + TIME + ")?)?(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(?:" + DAY + MONTH + "|" + MONTH + DAY + ")" + YEAR + "(?!\\d)");

    private TagYear() {}

    static Optional<Integer> of(String date) {
        String plain = Normalizer.normalize(date, Normalizer.Form.NFKC);
        return Stream.of(STANDING_ALONE, YEAR_FIRST, YEAR_LAST)
                .flatMap(pattern -> pattern.matcher(plain).results())
                .map((MatchResult match) -> Integer.valueOf(match.group(1)))
                .findFirst();
    }
}
