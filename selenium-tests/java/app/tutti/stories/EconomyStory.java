package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana's party is large as soon as one listens: her browser sends a third of the packets until he has gone. */
class EconomyStory {
    /** Ticks of Opus' clock. */
    private static final int USUAL = 960;

    private static final int LARGE = 2880;

    private static final TuttiServer SERVER = TuttiServer.notStarted().with("TUTTI_PARTY_ECONOMY_FROM", "1");

    @BeforeAll
    static void tuttiRuns() {
        SERVER.start();
    }

    @AfterAll
    static void tuttiStops() {
        SERVER.close();
    }

    @Test
    void packetsGrowLongAndShortAgainWithoutAGapOfOne() {
        String port = SERVER.setting("TUTTI_RTC_PORT");
        try (LossyPath path = new LossyPath(Integer.parseInt(port), 0, 0);
                Browser ana = Browser.desktop()) {
            Connections.of(ana, port, path.port(), Connections.Repair.NACK);
            PartyStory.anaPlaysTwoRooms(SERVER, ana);
            String invitation = PartyStory.anaStartsAParty(ana);
            ana.await("packets are short", () -> lastStep(path) == USUAL ? true : null);
            try (Browser bruno = Browser.phone()) {
                bruno.open(invitation);
                PartyStory.brunoHears(bruno, "Two Rooms");
                ana.await("packets are long", () -> lastStep(path) == LARGE ? true : null);
                int before = path.sent.size();
                ana.await("they stay long", () -> path.sent.size() > before + 20 ? true : null);
                assertTrue(Ears.at(bruno, "html > audio").hearBothSides(), "the music goes on");
            }
            ana.await("packets are short again", () -> lastStep(path) == USUAL ? true : null);
            assertEquals(List.of(USUAL, LARGE, USUAL), lengths(path.sent));
        }
    }

    private static int lastStep(LossyPath path) {
        List<LossyPath.RtpHeader> sent = path.sent;
        int last = sent.size() - 1;
        return last < 1 ? 0 : sent.get(last).timestamp() - sent.get(last - 1).timestamp();
    }

    /**
     * How much music the packets had, in turn. No number is missing; where the length changes the browser drops what
     * it had not made a packet of yet, which must be less than a packet.
     */
    private static List<Integer> lengths(List<LossyPath.RtpHeader> sent) {
        List<Integer> lengths = new ArrayList<>();
        int gaps = 0;
        for (int i = 1; i < sent.size(); i++) {
            assertEquals(sent.get(i - 1).ssrc(), sent.get(i).ssrc());
            assertEquals(
                    sent.get(i - 1).sequenceNumber() + 1 & 0xffff, sent.get(i).sequenceNumber());
            int step = sent.get(i).timestamp() - sent.get(i - 1).timestamp();
            if (step != USUAL && step != LARGE) {
                int gap = step - lengths.getLast();
                assertTrue(gap > 0 && gap < lengths.getLast(), "a gap of " + gap + " ticks");
                gaps++;
            } else if (lengths.isEmpty() || lengths.getLast() != step) {
                lengths.add(step);
            }
        }
        assertTrue(gaps < lengths.size(), gaps + " gaps");
        return lengths;
    }
}
