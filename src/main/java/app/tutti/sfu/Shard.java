package app.tutti.sfu;

import app.tutti.sfu.net.MediaPriority;
import app.tutti.sfu.net.SendBatch;
import app.tutti.sfu.net.UdpPort;
import app.tutti.sfu.rtp.GenericNack;
import app.tutti.sfu.rtp.RtcpPacket;
import app.tutti.sfu.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that encrypts and sends to the listeners it owns. The receive thread brings packets by a ring, anybody
 * commands by a queue; it sleeps when neither has anything.
 */
final class Shard {
    private static final long TICK_NANOS = 1_000_000_000L;
    private static final long LONGEST_SLEEP_NANOS = 200_000_000L;

    private final PacketRing ring = new PacketRing();
    /** Requests have a ring of their own: who sends thousands of them fills no place of a packet's. */
    private final PacketRing requests = new PacketRing(64, GenericNack.LONGEST);

    private final CommandQueue commands = new CommandQueue();
    private final List<Audience> audiences = new ArrayList<>();
    private final byte[] plain = new byte[2048];
    private final byte[] scratch = new byte[2048];
    private final SendBatch batch;
    private final SfuClock clock;
    private final Counters counters;
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;
    private long nextTick;

    Shard(int number, UdpPort port, SfuClock clock, Counters counters) {
        batch = port.batch();
        this.clock = clock;
        this.counters = counters;
        nextTick = clock.nanos();
        thread = Thread.ofPlatform().name("sfu-shard-" + number).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Copies a packet for the shard's thread to send. For the receive thread. */
    void relay(
            Audience audience, RtpPacket packet, byte[] bytes, int primary, long index, int timestamp, long nowNanos) {
        RelayedPacket relayed = ring.claim();
        if (relayed == null) {
            counters.droppedByRing.increment();
            return;
        }
        relayed.audience = audience;
        relayed.index = index;
        relayed.timestamp = timestamp;
        relayed.marker = packet.marker();
        relayed.arrivalNanos = nowNanos;
        relayed.primary = primary;
        relayed.length = packet.payloadLength();
        System.arraycopy(bytes, packet.payloadOffset(), relayed.payload, 0, relayed.length);
        ring.publish();
        wakeUp();
    }

    /** Copies a listener's request to send packets again. For the receive thread. */
    void resend(Audience audience, RtpSender asker, RtcpPacket nack, byte[] bytes, long nowNanos) {
        RelayedPacket request = requests.claim();
        if (request == null) {
            counters.droppedByRing.increment();
            return;
        }
        request.audience = audience;
        request.asker = asker;
        request.arrivalNanos = nowNanos;
        request.length = Math.min(nack.feedbackLength(), request.payload.length);
        System.arraycopy(bytes, nack.feedbackOffset(), request.payload, 0, request.length);
        requests.publish();
        wakeUp();
    }

    /** Any thread. Says on the shard's thread when it is done. */
    void add(Audience audience, RtpSender sender, Runnable done) {
        execute(() -> {
            if (audience.isEmpty()) {
                audiences.add(audience);
            }
            audience.add(sender);
            sender.joined(this, audience);
            audience.greet(sender, clock.nanos(), scratch, batch, counters);
            done.run();
        });
    }

    /** Ends the thread and waits for it. */
    void close() throws InterruptedException {
        closed = true;
        commands.close();
        LockSupport.unpark(thread);
        thread.join();
    }

    boolean ended() {
        return !thread.isAlive();
    }

    private void execute(Runnable command) {
        commands.put(command);
        wakeUp();
    }

    private void wakeUp() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        MediaPriority.raise();
        while (!closed) {
            try {
                work();
            } catch (RuntimeException e) {
                // A bug of ours must not silence everybody.
                counters.faults.increment();
            }
        }
    }

    private void work() {
        commands.run();
        sendRelayed();
        sendAgain();
        long now = clock.nanos();
        if (now - nextTick >= 0) {
            tick(now);
        }
        counters.droppedBySocket.add(batch.flush());
        if (nothingToDo()) {
            sleep();
        }
    }

    private void sendRelayed() {
        RelayedPacket packet;
        while ((packet = ring.peek()) != null) {
            try {
                packet.audience.send(packet, scratch, batch, counters);
            } finally {
                ring.release();
            }
        }
    }

    private void sendAgain() {
        RelayedPacket request;
        while ((request = requests.peek()) != null) {
            try {
                request.audience.resend(request, scratch, batch, counters);
            } finally {
                request.asker = null;
                requests.release();
            }
        }
    }

    private void tick(long now) {
        nextTick = now + TICK_NANOS;
        audiences.forEach(Audience::forgetClosed);
        audiences.removeIf(Audience::isEmpty);
        for (Audience audience : audiences) {
            report(audience, now);
        }
    }

    /** Once a second; a fault in one party's is not the next one's. */
    private void report(Audience audience, long now) {
        try {
            audience.report(now, clock.epochNanos(now), plain, scratch, batch);
        } catch (RuntimeException e) {
            counters.faults.increment();
        }
    }

    private boolean nothingToDo() {
        return ring.isEmpty() && requests.isEmpty() && commands.isEmpty();
    }

    /** Says so first and looks again, so that who brings work in between wakes it. */
    private void sleep() {
        asleep = true;
        if (nothingToDo() && !closed) {
            LockSupport.parkNanos(this, LONGEST_SLEEP_NANOS);
        }
        asleep = false;
    }
}
