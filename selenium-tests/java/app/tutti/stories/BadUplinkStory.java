package app.tutti.stories;

import static app.tutti.stories.Connections.Direction.INBOUND;
import static app.tutti.stories.Connections.Direction.OUTBOUND;
import static app.tutti.stories.Connections.Direction.REMOTE_INBOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.stories.Connections.Repair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ana's way to the relay loses packets for a while: she sends less meanwhile, and Bruno hears her. */
class BadUplinkStory {
    private static final double LOSS = 0.2;
    private static final double CHOSEN = 128_000;
    /** What music needs, bits per second. */
    private static final double LEAST = 64_000;

    private static final System.Logger LOG = System.getLogger(BadUplinkStory.class.getName());

    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    /** Whether what gets lost is sent again, or only told. */
    @ParameterizedTest
    @EnumSource(
            value = Repair.class,
            names = {"NACK", "NOTHING"})
    void theHostSendsLessWhileMuchGetsLostAndMoreAgainAfterwards(Repair repair) {
        String port = server.setting("TUTTI_RTC_PORT");
        try (LossyPath uplink = new LossyPath(Integer.parseInt(port), 0, 10);
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            Connections mouth = Connections.of(ana, port, uplink.port(), repair);
            Connections ears = Connections.of(bruno, port, Integer.parseInt(port), repair);
            PartyStory.anaPlaysTwoRooms(server, ana);
            bruno.open(PartyStory.anaStartsAParty(ana));
            PartyStory.brunoHears(bruno, "Two Rooms");
            assertEquals(CHOSEN, mouth.statistic(OUTBOUND, "targetBitrate"), "all is well at first");

            uplink.lose(LOSS);
            ana.await("the least", () -> mouth.statistic(OUTBOUND, "targetBitrate") <= LEAST ? true : null);
            assertTrue(uplink.lost.sum() > 0, "packets must get lost");
            bruno.await(
                    "the music goes on", () -> Ears.at(bruno, "html > audio").hearBothSides() ? true : null);
            LOG.log(
                    System.Logger.Level.INFO,
                    "%s: %d packets lost, %.0f as the relay reports it, %.0f sent again, %.0f samples concealed"
                            .formatted(
                                    repair,
                                    uplink.lost.sum(),
                                    mouth.statistic(REMOTE_INBOUND, "packetsLost"),
                                    mouth.statistic(OUTBOUND, "retransmittedPacketsSent"),
                                    ears.statistic(INBOUND, "concealedSamples")));

            uplink.lose(0);
            ana.await("more again", () -> mouth.statistic(OUTBOUND, "targetBitrate") > LEAST ? true : null);
            bruno.see("party-listener [data-phase=live]");
            bruno.await(
                    "the music goes on", () -> Ears.at(bruno, "html > audio").hearBothSides() ? true : null);
        }
    }
}
