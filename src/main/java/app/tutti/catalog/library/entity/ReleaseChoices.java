package app.tutti.catalog.library.entity;

import app.tutti.catalog.files.entity.AudioFormat;
import java.util.List;

/** What the releases there are can be filtered by. */
public record ReleaseChoices(List<GenreCard> genres, List<Integer> years, List<String> formats) {
    /** Of the years, the newest first. */
    public List<Integer> decades() {
        return years.stream().map(year -> year / 10 * 10).distinct().toList();
    }

    /** What people call a format. */
    public String label(String format) {
        return AudioFormat.valueOf(format).label();
    }
}
