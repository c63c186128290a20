package app.tutti.party.entity;

/** What records refuse about themselves. */
final class Check {
    private Check() {}

    static void that(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("wrong " + field);
        }
    }

    static void text(String field, String text, int most) {
        // Control characters mean nothing in a name, and PostgreSQL's text has no place for NUL.
        that(text != null && text.length() <= most && text.chars().noneMatch(Character::isISOControl), field);
    }

    /** Of a row in the database. */
    static void id(String field, String id) {
        that(id != null && id.matches("[0-9]{1,18}"), field);
    }

    static void seconds(String field, double value) {
        that(Double.isFinite(value) && value >= 0 && value <= 1e7, field);
    }
}
