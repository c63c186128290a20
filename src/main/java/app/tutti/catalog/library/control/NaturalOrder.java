package app.tutti.catalog.library.control;

import app.tutti.catalog.library.entity.TrackRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The order of a release's rows: by disc and number, and where there are none by title, with 2 before 10. */
public final class NaturalOrder {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private static final Comparator<TrackRow> ROWS = Comparator.comparing(
                    (TrackRow row) -> row.disc() == null ? 1 : row.disc())
            .thenComparing(TrackRow::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.number() == null ? key(row.title()) : "");

    private NaturalOrder() {}

    /** What is equal stays in its order. */
    static List<TrackRow> sorted(List<TrackRow> rows) {
        return rows.stream().sorted(ROWS).toList();
    }

    static String key(String title) {
        return DIGITS.matcher(title.toLowerCase(Locale.ROOT))
                .replaceAll(digits -> "%018d".formatted(Long.parseLong(digits.group())));
    }
}
