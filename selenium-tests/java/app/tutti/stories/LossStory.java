package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.stories.Connections.Repair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ana plays a record, Bruno hears it; one of them has a bad network. For the figures in docs/performance.md:
 * {@code -DargLine="-Dtutti.loss.percent=5 -Dtutti.loss.delayMillis=10 -Dtutti.loss.seconds=60 -Dtutti.loss.repair=NOTHING"}.
 */
class LossStory {
    private static final double LOSS = Integer.getInteger("tutti.loss.percent", 5) / 100.0;
    private static final int DELAY_MILLIS = Integer.getInteger("tutti.loss.delayMillis", 10);
    private static final int SECONDS = Integer.getInteger("tutti.loss.seconds", 10);
    private static final Repair REPAIR = Repair.valueOf(System.getProperty("tutti.loss.repair", "NACK"));
    private static final double SAMPLES_A_SECOND = 48_000;
    private static final double SAMPLES_A_PACKET = 960;
    private static final System.Logger LOG = System.getLogger(LossStory.class.getName());

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
        musicSurvives(0, LOSS);
    }

    @Test
    void whatTheHostsNetworkLosesIsHeardAllTheSame() {
        musicSurvives(LOSS, 0);
    }

    private static void musicSurvives(double hostsLoss, double listenersLoss) {
        String port = server.setting("TUTTI_RTC_PORT");
        try (LossyPath anas = new LossyPath(Integer.parseInt(port), hostsLoss, DELAY_MILLIS);
                LossyPath brunos = new LossyPath(Integer.parseInt(port), listenersLoss, DELAY_MILLIS);
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            Connections.of(ana, port, anas.port(), REPAIR);
            Connections ears = Connections.of(bruno, port, brunos.port(), REPAIR);
            PartyStory.anaPlaysTwoRooms(server, ana);
            bruno.open(PartyStory.anaStartsAParty(ana));
            PartyStory.brunoHears(bruno, "Two Rooms");
            // The jitter buffer has learnt what the network is like.
            listen(bruno, ears, 5);
            double before = missing(ears);
            long lostBefore = anas.lost.sum() + brunos.lost.sum();
            listen(bruno, ears, SECONDS);
            double missing = missing(ears) - before;
            double lost = (anas.lost.sum() + brunos.lost.sum() - lostBefore) * SAMPLES_A_PACKET;
            LOG.log(
                    System.Logger.Level.INFO,
                    "loss %.0f %% / %.0f %%, %d ms each way, %s: %.2f %% of %d s concealed, buffer %.0f ms"
                            .formatted(
                                    100 * hostsLoss,
                                    100 * listenersLoss,
                                    DELAY_MILLIS,
                                    REPAIR,
                                    100 * missing / SAMPLES_A_SECOND / SECONDS,
                                    SECONDS,
                                    1000
                                            * ears.statistic("jitterBufferDelay")
                                            / ears.statistic("jitterBufferEmittedCount")));
            assertTrue(lost > 0, "packets must get lost");
            assertTrue(
                    REPAIR == Repair.NOTHING || missing < lost / 2,
                    missing + " samples missing although only " + lost + " were lost");
        }
    }

    private static void listen(Browser bruno, Connections ears, int seconds) {
        double from = ears.statistic("totalSamplesReceived");
        for (int second = 1; second <= seconds; second++) {
            double until = from + second * SAMPLES_A_SECOND;
            bruno.await("the music goes on", () -> ears.statistic("totalSamplesReceived") > until ? true : null);
        }
    }

    private static double missing(Connections ears) {
        return ears.statistic("concealedSamples");
    }
}
