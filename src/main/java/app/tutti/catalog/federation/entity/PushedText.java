package app.tutti.catalog.federation.entity;

import app.tutti.catalog.library.entity.TagText;

/** Text from another server, which must be what a scan would have made of it: short, one line, and not empty. */
public final class PushedText {
    private PushedText() {}

    /** @throws IllegalArgumentException for what no scan would have let through */
    public static String of(String field, String text) {
        boolean sensible = text.codePointCount(0, text.length()) <= TagText.LONGEST
                && text.chars().noneMatch(Character::isISOControl);
        PushedTrack.require(sensible, field);
        String clean = TagText.clean(text);
        PushedTrack.require(!clean.isEmpty(), field);
        return clean;
    }
}
