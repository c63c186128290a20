package app.tutti.text;

import java.util.Locale;

/** A text of a person's that a record does not take. Whoever decodes the record says so; nobody is sent away for it. */
public final class TextRefused extends IllegalArgumentException {
    private final String field;
    private final Fault fault;

    public TextRefused(String field, Fault fault) {
        super(field + " is " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        this.field = field;
        this.fault = fault;
    }

    /** What is wrong with it. */
    public enum Fault {
        EMPTY,
        TOO_LONG
    }

    public String field() {
        return field;
    }

    public Fault fault() {
        return fault;
    }
}
