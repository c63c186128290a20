package app.tutti.stories;

import java.util.Locale;
import java.util.Map;

/** A browser's connections to the relay: which way they take, and what they say about themselves. */
public final class Connections {
    public enum Direction {
        INBOUND,
        OUTBOUND,
        /** What goes out, as the receiver's reports tell of it. */
        REMOTE_INBOUND
    }

    private static final String WATCH = """
            const [relayPort, port, repair] = %s;
            window.connections = [];
            window.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(configuration) {
                super(configuration);
                window.connections.push(this);
              }
              setLocalDescription({ type, sdp }) {
                if (repair !== "nack") sdp = sdp.replace(/a=rtcp-fb:.* nack\\r\\n/, "");
                if (repair === "red") sdp = sdp.replace("SAVPF 111 63", "SAVPF 63 111");
                return super.setLocalDescription({ type, sdp });
              }
              setRemoteDescription({ type, sdp }) {
                sdp = sdp.replaceAll(` ${relayPort} typ host`, ` ${port} typ host`);
                return super.setRemoteDescription({ type, sdp });
              }
            };
            """;

    private static final String STATISTICS = """
            const [type, done] = arguments;
            (async () => {
              const found = {};
              for (const connection of window.connections.filter((one) => one.connectionState === "connected")) {
                for (const report of (await connection.getStats()).values()) {
                  if (report.type === type) Object.assign(found, report);
                }
              }
              return found;
            })().then(done);
            """;

    private final Browser browser;

    private Connections(Browser browser) {
        this.browser = browser;
    }

    /** From the next page on. */
    public static Connections of(Browser browser, String relayPort, int port, Repair repair) {
        String word = repair.name().toLowerCase(Locale.ROOT);
        browser.beforeEveryPage(WATCH.formatted("[%s, %d, \"%s\"]".formatted(relayPort, port, word)));
        return new Connections(browser);
    }

    /** What is done about packets that get lost. */
    public enum Repair {
        /** They are asked for again, as the pages offer it. */
        NACK,
        /** Each comes with the one before (RFC 2198). */
        RED,
        NOTHING
    }

    /** A number of the stream that comes in or goes out (W3C WebRTC statistics); 0 when there is none yet. */
    public double statistic(Direction direction, String name) {
        String type = direction.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-rtp";
        Object value = ((Map<?, ?>) browser.script(STATISTICS, type)).get(name);
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
