package app.tutti.catalog.entity;

/** What somebody typed to find something, made fit to be asked for: one line, not too long. */
public record SearchText(String text) {
    private static final int LONGEST = 100;

    public SearchText {
        String some = text == null ? "" : text.substring(0, Math.min(text.length(), 4 * LONGEST));
        String clean = TagText.clean(some);
        text = clean.substring(
                0, clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length()))));
    }

    public boolean empty() {
        return text.isEmpty();
    }

    /** What a sort name that begins like this begins with. */
    public String sortName() {
        return SortName.of(text);
    }
}
