package app.tutti.catalog.entity;

import app.tutti.account.entity.Graphemes;

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
