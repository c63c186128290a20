package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Friends in difficult networks hear the party, too. */
class NetworkStory {
    /** Keeps hold of the page's connections, so that they can be asked which way they go. */
    private static final String KEEP = """
            window.connections = [];
            const Original = window.RTCPeerConnection;
            window.RTCPeerConnection = class extends Original {
              constructor(...setup) { super(...setup); window.connections.push(this); }
            };
            """;

    private static final String WAY = """
            const done = arguments[0];
            (async () => {
              const connection = window.connections.findLast((one) => one.connectionState === "connected");
              if (!connection) { done(null); return; }
              const stats = await connection.getStats();
              const transport = [...stats.values()].find((one) => one.type === "transport");
              const pair = stats.get(transport.selectedCandidatePairId);
              const { protocol, address } = stats.get(pair.remoteCandidateId);
              done({ protocol, address });
            })();
            """;

    @Test
    void aFriendWhoseNetworkHasNoUdpHearsTheParty() {
        try (TuttiServer server = TuttiServer.started();
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phoneWithoutUdp()) {
            hears(server, ana, bruno);
            assertEquals("tcp", way(bruno).get("protocol"));
            assertEquals("udp", way(ana).get("protocol"), "who has both goes by UDP");
        }
    }

    @Test
    void aFriendHearsThePartyByVersion6() throws IOException {
        Assumptions.assumeTrue(
                NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null, "there must be a ::1");
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_RTC_ANNOUNCED", "::1")) {
            server.start();
            try (Browser ana = Browser.desktop();
                    Browser bruno = Browser.phone()) {
                hears(server, ana, bruno);
                assertEquals("::1", way(bruno).get("address"));
            }
        }
    }

    private static void hears(TuttiServer server, Browser ana, Browser bruno) {
        ana.beforeEveryPage(KEEP);
        ana.open(server.url(server.pageOf("Two Rooms")));
        ana.click("tr[data-title='Two Rooms'] play-button button");
        ana.click("party-button a");
        ana.click("[data-start] button");
        ana.see("[data-part=live]");
        bruno.beforeEveryPage(KEEP);
        bruno.open(ana.see("#invite-url").getDomProperty("value"));
        bruno.see("[data-phase=live]");
        bruno.await("either sound or the button", () -> {
            if (bruno.sees("[data-action=listen]")) {
                bruno.click("[data-action=listen]");
            }
            return Ears.at(bruno, "party-listener audio").hearStereo() ? true : null;
        });
    }

    private static Map<?, ?> way(Browser browser) {
        return browser.await("a connection", () -> (Map<?, ?>) browser.script(WAY));
    }
}
