package app.tutti.sfu;

import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.net.DatagramSink;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.net.MediaPort;
import app.tutti.sfu.net.MediaPriority;
import app.tutti.sfu.srtp.SrtpContext;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;

/** The thread that receives for the whole relay, and keeps its timers. Other threads leave it commands. */
final class ReceiveLoop {
    private static final long TICK_NANOS = 1_000_000_000L;
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final MediaPort port;
    private final SfuClock clock;
    private final Counters counters;
    private final PeerTable peers = new PeerTable();
    private final CommandQueue commands = new CommandQueue();
    private final Demultiplexer demultiplexer;
    private final byte[] plain = new byte[512];
    private final byte[] scratch = new byte[512];
    private final DatagramSink sink = new Arrivals();
    private final Thread thread;
    private volatile boolean closed;
    private long nextTick;

    ReceiveLoop(MediaPort port, SfuClock clock, Counters counters) {
        this.port = port;
        this.clock = clock;
        this.counters = counters;
        demultiplexer = new Demultiplexer(peers, new MediaInput(new NackSender(counters), counters), clock, counters);
        nextTick = clock.nanos();
        thread = Thread.ofPlatform().name("sfu-receive").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(Peer peer) {
        execute(() -> peers.add(peer));
    }

    void credentials(Peer peer, IceCredentials local, String remoteUfrag) {
        execute(() -> peers.credentials(peer, local, remoteUfrag));
    }

    void remove(Peer peer) {
        execute(() -> peers.remove(peer));
    }

    /** What comes this way is this peer's. */
    void prove(Peer peer, Flow flow) {
        execute(() -> peers.prove(peer, flow));
    }

    /** Takes a datagram that did not come by the port. For the receive thread. */
    void take(byte[] bytes, int length, Flow source) {
        demultiplexer.received(bytes, length, source);
    }

    /** Runs a command on the receive thread: soon, or at once when this is it. */
    void execute(Runnable command) {
        if (Thread.currentThread() == thread) {
            command.run();
            return;
        }
        commands.put(command);
        port.wakeUp();
    }

    /** Ends the thread and waits for it. */
    void close() throws InterruptedException {
        closed = true;
        commands.close();
        port.wakeUp();
        thread.join();
    }

    boolean ended() {
        return !thread.isAlive();
    }

    private void run() {
        MediaPriority.raise();
        while (!closed) {
            try {
                work();
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException | RuntimeException e) {
                counters.faults.increment();
            }
        }
    }

    private void work() throws IOException {
        port.await(LONGEST_WAIT_MILLIS);
        commands.run();
        long now = clock.nanos();
        port.receive(sink, now);
        if (now - nextTick >= 0) {
            tick(now);
        }
    }

    private void tick(long now) {
        nextTick = now + TICK_NANOS;
        demultiplexer.tick();
        port.tick(now);
        counters.droppedBySocket.add(port.takeDropped());
        counters.drop(DropReason.REFUSED_CONNECTION, port.takeRefused());
        for (Peer peer : peers.expired(now)) {
            guarded(() -> peer.transport.close(CloseReason.CONSENT_EXPIRED));
        }
        for (Peer peer : peers.all()) {
            guarded(() -> {
                peer.look(now);
                report(peer, now);
            });
        }
    }

    /** Once a second; a fault in what is done for one peer is not the next one's. */
    private void guarded(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            counters.faults.increment();
        }
    }

    /** Tells a producer what came through. */
    private void report(Peer peer, long now) {
        SrtpContext outbound = peer.outbound;
        Flow flow = peer.flow();
        if (peer.receiver == null || outbound == null || flow == null) {
            return;
        }
        int length = peer.receiver.writeReport(plain, now);
        if (length > 0) {
            flow.send(scratch, 0, outbound.protectControl(plain, length, scratch));
        }
    }

    private final class Arrivals implements DatagramSink {
        /** A peer may answer what a command is about, so none may be left when a datagram is looked at. */
        @Override
        public void received(byte[] bytes, int length, Flow source) {
            commands.run();
            demultiplexer.received(bytes, length, source);
        }

        @Override
        public void ended(Flow flow) {
            peers.ended(flow);
        }
    }
}
