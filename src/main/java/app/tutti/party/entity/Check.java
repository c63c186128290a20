package app.tutti.party.entity;

/** What records refuse about themselves. */
final class Check {
    private Check() {}

    static void that(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("wrong " + field);
        }
    }

    static void length(String field, String text, int most) {
        that(text != null && text.length() <= most, field);
    }

    static void seconds(String field, double value) {
        that(Double.isFinite(value) && value >= 0 && value <= 1e7, field);
    }
}
