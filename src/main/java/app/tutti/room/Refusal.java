package app.tutti.room;

/** A request that is understood and not granted: a code for programs, a sentence for people. */
public class Refusal extends RuntimeException {
    private final String code;

    public Refusal(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
