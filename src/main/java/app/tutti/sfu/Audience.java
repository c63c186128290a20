package app.tutti.sfu;

import app.tutti.sfu.net.SendBatch;
import app.tutti.sfu.rtp.GenericNack;
import app.tutti.sfu.rtp.MediaClock;
import java.util.ArrayList;
import java.util.List;

/** A router's listeners within one shard. Confined to the shard's thread, but for {@link #isEmpty} and {@link #size}. */
final class Audience {
    private static final long LONGEST_FRAME_NANOS = 60_000_000;

    private final List<RtpSender> senders = new ArrayList<>();
    private final MediaClock clock = new MediaClock(RtpCapabilities.CLOCK_RATE);
    private final PacketHistory history = new PacketHistory();
    private volatile int size;

    /** For the receive thread, which spares a shard what nobody there would hear. */
    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(RtpSender sender) {
        senders.add(sender);
        size = senders.size();
    }

    /** Who has just come need not wait for the next packet when one is on its way to all others. */
    void greet(RtpSender sender, long nowNanos, byte[] scratch, SendBatch batch, Counters counters) {
        RelayedPacket newest = history.newest();
        if (newest != null && nowNanos - newest.arrivalNanos < LONGEST_FRAME_NANOS) {
            int sent = sender.send(newest, scratch, batch);
            if (sent > 0) {
                counters.packetsOut.increment();
                counters.bytesOut.add(sent);
            }
        }
    }

    void send(RelayedPacket packet, byte[] scratch, SendBatch batch, Counters counters) {
        clock.arrived(packet.timestamp, packet.arrivalNanos);
        history.add(packet);
        long packets = 0;
        long bytes = 0;
        for (int i = 0; i < senders.size(); i++) {
            int sent = senders.get(i).send(packet, scratch, batch);
            if (sent > 0) {
                packets++;
            }
            bytes += sent;
        }
        counters.packetsOut.add(packets);
        counters.bytesOut.add(bytes);
    }

    /** Sends again what a listener lacks and may have. */
    void resend(RelayedPacket request, byte[] scratch, SendBatch batch, Counters counters) {
        GenericNack.read(request.payload, 0, request.length, sequenceNumber -> {
            int sent = request.asker.resend(sequenceNumber, history, request.arrivalNanos, scratch, batch);
            if (sent > 0) {
                counters.retransmitted.increment();
                counters.bytesOut.add(sent);
            }
        });
    }

    void report(long nowNanos, long epochNanos, byte[] plain, byte[] scratch, SendBatch batch) {
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i).report(clock, nowNanos, epochNanos, plain, scratch, batch);
        }
    }

    void forgetClosed() {
        if (senders.removeIf(RtpSender::closed)) {
            size = senders.size();
        }
    }
}
