package app.tutti.catalog.audio.control;

/** So many files wait to be converted already that one more would wait too long. */
public class ConversionsBusy extends RuntimeException {
    ConversionsBusy() {
        super("too many files wait to be converted", null, false, false);
    }
}
