package app.tutti.sfu;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same with NIO alone, as on macOS or Windows. */
class SfuWithoutNativeCallsTest extends SfuTest {
    private static final String ALLOWED = "app.tutti.sfu.native";

    @BeforeAll
    static void forbid() {
        System.setProperty(ALLOWED, "false");
    }

    @AfterAll
    static void allow() {
        System.clearProperty(ALLOWED);
    }
}
