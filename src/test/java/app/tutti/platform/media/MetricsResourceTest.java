package app.tutti.platform.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.DropReason;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsResourceTest {
    @Test
    void everyFigureOfTheRelayIsThere() {
        try (Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1))) {
            sfu.createRouter();
            String text = PrometheusText.of(sfu.stats(), Map.of("scan", 3L));
            assertTrue(text.contains("# TYPE tutti_sfu_routers gauge\ntutti_sfu_routers 1\n"));
            assertTrue(text.contains("tutti_sfu_dropped_total{reason=\"unproved_address\"} 0\n"));
            assertTrue(text.contains("# TYPE tutti_faults_total counter\ntutti_faults_total{work=\"scan\"} 3\n"));
            int figures = sfu.stats().getClass().getRecordComponents().length - 1 + DropReason.values().length + 1;
            assertEquals(
                    figures, text.lines().filter(line -> !line.startsWith("#")).count());
        }
    }
}
