package app.tutti.catalog.search.entity;

import app.tutti.catalog.library.entity.SortName;
import app.tutti.catalog.library.entity.TagText;
import app.tutti.text.Graphemes;

/** What somebody typed to find something, made fit to be asked for: one line, not too long. */
public record SearchText(String text) {
    private static final int LONGEST = 100;

    public SearchText {
        String some = text == null ? "" : text.substring(0, Math.min(text.length(), 4 * LONGEST));
        text = Graphemes.cut(TagText.clean(some), LONGEST);
    }

    public boolean empty() {
        return text.isEmpty();
    }

    /** What a sort name that begins like this begins with. */
    public String sortName() {
        return SortName.of(text);
    }
}
