package app.tutti.platform.media;

import app.tutti.sfu.SfuStats;
import java.util.Locale;
import java.util.Map;

/** Writes the relay's figures, and how often work that comes again and again has failed, in Prometheus' text format 0.0.4. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder(4096);

    private PrometheusText() {}

    /** @param faults by the name of what failed */
    static String of(SfuStats stats, Map<String, Long> faults) {
        PrometheusText metrics = new PrometheusText();
        metrics.gauges(stats);
        metrics.counters(stats);
        metrics.dropped(stats);
        metrics.faults(faults);
        return metrics.text.toString();
    }

    private void gauges(SfuStats stats) {
        one("routers", "gauge", stats.routers());
        one("transports", "gauge", stats.transports());
        one("producers", "gauge", stats.producers());
        one("consumers", "gauge", stats.consumers());
        one("handshakes", "gauge", stats.handshakes());
    }

    private void counters(SfuStats stats) {
        one("packets_in_total", "counter", stats.packetsIn());
        one("bytes_in_total", "counter", stats.bytesIn());
        one("packets_out_total", "counter", stats.packetsOut());
        one("bytes_out_total", "counter", stats.bytesOut());
        one("dropped_by_ring_total", "counter", stats.droppedByRing());
        one("dropped_by_socket_total", "counter", stats.droppedBySocket());
        one("handshakes_succeeded_total", "counter", stats.handshakesSucceeded());
        one("handshakes_failed_total", "counter", stats.handshakesFailed());
        one("handshakes_timed_out_total", "counter", stats.handshakesTimedOut());
        one("handshakes_turned_away_total", "counter", stats.handshakesTurnedAway());
        one("receiver_reports_total", "counter", stats.receiverReports());
        one("nacks_total", "counter", stats.nacks());
        one("retransmitted_total", "counter", stats.retransmitted());
        one("nacks_sent_total", "counter", stats.nacksSent());
        one("faults_total", "counter", stats.faults());
    }

    private void dropped(SfuStats stats) {
        type("dropped_total", "counter");
        stats.dropped()
                .forEach((reason, count) ->
                        value("dropped_total{reason=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"}", count));
    }

    private void faults(Map<String, Long> faults) {
        text.append("# TYPE tutti_faults_total counter\n");
        faults.forEach((name, count) -> text.append("tutti_faults_total{work=\"")
                .append(name)
                .append("\"} ")
                .append(count)
                .append('\n'));
    }

    private void one(String name, String type, long value) {
        type(name, type);
        value(name, value);
    }

    private void type(String name, String type) {
        text.append("# TYPE tutti_sfu_").append(name).append(' ').append(type).append('\n');
    }

    private void value(String name, long value) {
        text.append("tutti_sfu_").append(name).append(' ').append(value).append('\n');
    }
}
