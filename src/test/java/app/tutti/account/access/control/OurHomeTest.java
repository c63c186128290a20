package app.tutti.account.access.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OurHomeTest {
    @ParameterizedTest
    @CsvSource({
        "fd00:0:0:0:0:0:0:2,fd00::2",
        "0:0:0:0:0:0:0:1,::1",
        "2001:db8:0:1:0:0:0:5,2001:db8:0:1::5",
        "fe80:0:0:0:1:0:0:0,fe80::1:0:0:0",
        "fd00:1:2:3:4:5:0:0,fd00:1:2:3:4:5::",
        "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8"
    })
    void addressesAreWrittenAsBrowsersDo(String java, String browser) {
        assertEquals(browser, OurHome.compressed(java));
    }
}
