package app.tutti.stories;

import static app.tutti.stories.Connections.Direction.INBOUND;
import static app.tutti.stories.Connections.Direction.OUTBOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.stories.Connections.Repair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen for the sound is what the browsers do: Ana's how much she sends, the server's how much Bruno holds back. */
class SoundSettingsStory {
    private static final String BUFFER_TARGETS =
            "window.connections.flatMap((one) => one.getReceivers()).map((one) => one.jitterBufferTarget)";

    @Test
    void theChosenQualityReachesTheSenderAndTheServersBufferTheReceiver() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_PARTY_BUFFER_MS", "420");
                Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            server.start();
            String port = server.setting("TUTTI_RTC_PORT");
            Connections mouth = Connections.of(ana, port, Integer.parseInt(port), Repair.NACK);
            Connections ears = Connections.of(bruno, port, Integer.parseInt(port), Repair.NACK);
            PartyStory.anaPlaysTwoRooms(server, ana);
            bruno.open(PartyStory.anaStartsAParty(ana));
            PartyStory.brunoHears(bruno, "Two Rooms");
            assertEquals(List.of(420L), bruno.value(BUFFER_TARGETS));

            sends(ana, mouth, 128);
            choose(ana, mouth, 64);
            choose(ana, mouth, 256);
            double before = ears.statistic(INBOUND, "bytesReceived");
            bruno.await("the music goes on", () -> ears.statistic(INBOUND, "bytesReceived") > before ? true : null);

            ana.reload();
            ana.click("party-continue button");
            sends(ana, mouth, 256);
            assertEquals("256", ana.see("select[name=kbps]").getDomProperty("value"), "chosen for later, too");
        }
    }

    private static void choose(Browser ana, Connections mouth, int kbps) {
        ana.click("select[name=kbps]");
        ana.click("select[name=kbps] option[value='" + kbps + "']");
        sends(ana, mouth, kbps);
    }

    private static void sends(Browser ana, Connections mouth, int kbps) {
        ana.await(
                "%d kbit/s are sent".formatted(kbps),
                () -> mouth.statistic(OUTBOUND, "targetBitrate") == kbps * 1000.0 ? true : null);
    }
}
