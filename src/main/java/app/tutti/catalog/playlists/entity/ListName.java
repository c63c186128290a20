package app.tutti.catalog.playlists.entity;

import app.tutti.catalog.library.entity.TagText;
import app.tutti.text.Graphemes;

/** What a playlist is called: one line that can be shown. */
public record ListName(String value) {
    public static final int LONGEST = 120;

    public ListName {
        if (value.isEmpty() || length(value) > LONGEST) {
            throw new IllegalArgumentException("not a name");
        }
    }

    public static ListName of(String typed) {
        return new ListName(TagText.clean(typed));
    }

    /** From a file or its name, which nobody is asked about again: what is too long is cut. */
    public static ListName cut(String text, String otherwise) {
        String clean = TagText.clean(text);
        String whole = clean.isEmpty() ? otherwise : clean;
        return new ListName(Graphemes.cut(whole, LONGEST).strip());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
