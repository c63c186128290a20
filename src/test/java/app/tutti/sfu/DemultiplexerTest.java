package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.ice.FakeChecks;
import app.tutti.sfu.net.FakeFlow;
import app.tutti.sfu.net.Flow;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class DemultiplexerTest {
    private final Counters counters = new Counters();
    private final Demultiplexer demultiplexer = new Demultiplexer(
            new PeerTable(),
            new MediaInput(new NackSender(counters), counters),
            new SfuClock(() -> 1_000_000_000L),
            counters);

    @Test
    void whoAsksPlainlyTooOftenIsAnsweredAThousandTimesASecond() {
        Victim victim = new Victim();
        byte[] question = FakeChecks.request(null, null, false);
        for (int i = 0; i < 1500; i++) {
            demultiplexer.received(question, question.length, victim);
        }
        assertEquals(1000, victim.datagrams);
        assertTrue(victim.longest <= 40, "no more than a plain answer over IPv4");
        assertEquals(500, counters.stats(0).dropped(DropReason.TOO_MANY_QUESTIONS));
        demultiplexer.tick();
        demultiplexer.received(question, question.length, victim);
        assertEquals(1001, victim.datagrams, "the next second has its own");
    }

    /** Somebody in whose name others ask. */
    private static final class Victim implements Flow {
        int datagrams;
        int longest;

        @Override
        public InetSocketAddress remote() {
            return new FakeFlow("192.0.2.1", 53).remote();
        }

        @Override
        public Flow kept() {
            return this;
        }

        @Override
        public void send(byte[] bytes, int offset, int length) {
            datagrams++;
            longest = Math.max(longest, length);
        }
    }
}
