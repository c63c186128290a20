package app.tutti.platform.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.DropReason;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsResourceTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1:8080", "127.0.0.1,localhost", "0:0:0:0:0:0:0:1,[::1]:8080"})
    void whoAsksOnThisMachineIsTold(String peer, String host) {
        assertTrue(MetricsResource.isFromHere(peer, host));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1,127.0.0.1", "192.168.1.5,localhost", "127.0.0.1,tutti.example", "127.0.0.1,"})
    void nobodyElseIs(String peer, String host) {
        assertFalse(MetricsResource.isFromHere(peer, host));
    }

    @Test
    void everyFigureOfTheRelayIsThere() {
        try (Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1))) {
            sfu.createRouter();
            String text = PrometheusText.of(sfu.stats());
            assertTrue(text.contains("# TYPE tutti_sfu_routers gauge\ntutti_sfu_routers 1\n"));
            assertTrue(text.contains("tutti_sfu_dropped_total{reason=\"unproved_address\"} 0\n"));
            int figures = sfu.stats().getClass().getRecordComponents().length - 1 + DropReason.values().length;
            assertEquals(
                    figures, text.lines().filter(line -> !line.startsWith("#")).count());
        }
    }
}
