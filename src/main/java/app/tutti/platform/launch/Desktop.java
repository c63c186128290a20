package app.tutti.platform.launch;

import java.io.IOException;

/** Opens an address in the person's browser, by the program that {@code bin/run} has found for it, if any. */
final class Desktop {
    private static final String OPENER = System.getProperty("tutti.opener", "");

    private Desktop() {}

    static void open(String address) {
        if (OPENER.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(OPENER, address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            // They can click the address, or copy it.
        }
    }
}
