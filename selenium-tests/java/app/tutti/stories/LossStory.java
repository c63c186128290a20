package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana plays a record over a bad network. Bruno and Carla hear it over another; only Bruno's browser asks again. */
class LossStory {
    private static final double LOSS = Integer.getInteger("tutti.loss.percent", 5) / 100.0;
    private static final int DELAY_MILLIS = Integer.getInteger("tutti.loss.delayMillis", 10);
    private static final int SECONDS = Integer.getInteger("tutti.loss.seconds", 15);

    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    void whatTheListenersNetworkLosesIsHeardAllTheSame() {
        tell("listeners' loss", 0, LOSS);
    }

    @Test
    void whatTheHostsNetworkLosesIsHeardAllTheSame() {
        tell("host's loss", LOSS, 0);
    }

    private static void tell(String what, double hostsLoss, double listenersLoss) {
        String port = server.setting("TUTTI_RTC_PORT");
        try (LossyPath hosts = new LossyPath(Integer.parseInt(port), hostsLoss, DELAY_MILLIS);
                LossyPath listeners = new LossyPath(Integer.parseInt(port), listenersLoss, DELAY_MILLIS);
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            boolean withNack = !Boolean.getBoolean("tutti.loss.without");
            Connections anas = Connections.of(ana, port, hosts.port(), withNack);
            Connections brunos = Connections.of(bruno, port, listeners.port(), withNack);
            PartyStory.anaPlaysTwoRooms(server, ana);
            bruno.open(PartyStory.anaStartsAParty(ana));
            PartyStory.brunoHears(bruno, "Two Rooms");
            double from = brunos.statistic("inbound-rtp", "totalSamplesReceived");
            Map<?, ?> before = brunos.statistics("inbound-rtp");
            for (int second = 1; second <= SECONDS; second++) {
                double until = from + second * 48_000.0;
                bruno.await(
                        "music goes on",
                        () -> brunos.statistic("inbound-rtp", "totalSamplesReceived") > until ? true : null);
            }
            Map<?, ?> after = brunos.statistics("inbound-rtp");
            System.out.println(what + " " + LOSS + " nack " + withNack + " delay " + DELAY_MILLIS);
            for (Object name : after.keySet()) {
                if (after.get(name) instanceof Number number && before.get(name) instanceof Number old) {
                    System.out.println("  " + name + " " + (number.doubleValue() - old.doubleValue()));
                }
            }
            System.out.println(anas.statistics("outbound-rtp"));
            assertTrue(listeners.lost.sum() + hosts.lost.sum() > 0);
        }
    }
}
