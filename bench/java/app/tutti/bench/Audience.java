package app.tutti.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A host who sends, and listeners who come and go. */
final class Audience implements AutoCloseable {
    /** Java compiles what it does often, on both sides; joins are measured when it has. */
    private static final int WARM_UP_JOINS = Integer.getInteger("bench.warmup", 300);

    /** Somebody who listens, and what to delete to be rid of them. */
    record Guest(BenchPeer peer, URI resource) {}

    interface Act {
        void run() throws IOException;
    }

    final Publisher publisher = new Publisher();
    final Hearing hearing = new Hearing(publisher);
    final AtomicInteger failed = new AtomicInteger();

    private final DtlsClient dtls = new DtlsClient();
    private final String fingerprint = dtls.fingerprint();
    private final Session session;
    private final Crowd crowd;

    Audience(Server server) throws Exception {
        session = new Session(server);
        crowd = new Crowd(new InetSocketAddress("127.0.0.1", server.mediaPort()));
        BenchPeer host = crowd.peer(null);
        host.connect(session.publish(BenchPeer.offer("sendonly", fingerprint)).sdp(), dtls);
        crowd.connected();
        publisher.start(host);
    }

    void warmUp() throws InterruptedException {
        Hearing ignored = new Hearing(publisher);
        paced(WARM_UP_JOINS, WARM_UP_JOINS > 1000 ? 100 : 50, () -> leave(join(ignored)));
    }

    /** Listens, and is heard of in {@code hearing}. */
    Guest join(Hearing into) throws IOException {
        long offered = Publisher.realNanos();
        BenchPeer peer = crowd.peer(into);
        try {
            Session.Answer answer = session.listen(BenchPeer.offer("recvonly", fingerprint));
            peer.connect(answer.sdp(), dtls);
            crowd.listen(peer, offered);
            return new Guest(peer, answer.resource());
        } finally {
            crowd.connected();
        }
    }

    /** Says goodbye by DTLS. */
    void leave(Guest guest) throws IOException {
        guest.peer().leave();
        crowd.forget(guest.peer());
    }

    /** Says goodbye by HTTP. */
    void delete(Guest guest) throws IOException {
        crowd.forget(guest.peer());
        session.delete(guest.resource());
    }

    /** Says nothing more, as a killed browser. */
    void vanish(Guest guest) {
        crowd.forget(guest.peer());
    }

    /** Begins so many a second, whether or not those before are complete; returns when all are. */
    void paced(int times, int perSecond, Act act) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long due = System.nanoTime();
            for (int i = 0; i < times; i++, due += 1_000_000_000L / perSecond) {
                long wait;
                while ((wait = due - System.nanoTime()) > 0) {
                    LockSupport.parkNanos(wait);
                }
                threads.execute(() -> attempt(act));
            }
        }
    }

    /** How many listen, as the server tells its host. */
    int listenersTold() {
        return session.listeners();
    }

    @Override
    public void close() throws Exception {
        publisher.close();
        crowd.close();
        session.close();
    }

    void attempt(Act act) {
        try {
            act.run();
        } catch (IOException | RuntimeException e) {
            if (failed.getAndIncrement() == 0) {
                e.printStackTrace();
            }
        }
    }
}
