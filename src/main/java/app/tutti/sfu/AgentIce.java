package app.tutti.sfu;

import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.ice.IceAgent;
import app.tutti.sfu.ice.IceAgentListener;
import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.ice.LocalIce;
import app.tutti.sfu.ice.RemoteIce;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.sdp.SdpAnswer;
import app.tutti.sfu.sdp.SdpRefused;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A full agent for one transport, and another one for every restart: an ice4j agent has one session. The one before
 * serves until the peer nominates with the new (RFC 8445 §9). Any thread may call it, one at a time but for
 * {@link #close}.
 */
final class AgentIce implements OurIce {
    /** A server that takes longer is as good as none; who waits is the person that made the offer. */
    private static final long GATHER_MILLIS = 2500;

    private final Sfu sfu;
    private final Peer peer;
    private final SdpAnswer answers;
    private final FullIce settings;

    /** Gathers while the offer is still under way. */
    private IceAgent prepared;

    private IceAgent present;
    private IceAgent beforeRestart;
    private boolean closed;

    AgentIce(Sfu sfu, Peer peer, SdpAnswer answers, FullIce settings) {
        this.sfu = sfu;
        this.peer = peer;
        this.answers = answers;
        this.settings = settings;
        prepared = IceAgent.open(settings);
    }

    @Override
    public IceCredentials restart(RemoteIce remote) {
        if (remote.password().isEmpty()) {
            throw SdpRefused.malformed("The offer lacks ice-pwd.");
        }
        IceAgent agent = next();
        LocalIce local = agent.gathered(GATHER_MILLIS);
        answers.full(local.candidates());
        begin(agent, remote);
        return local.credentials();
    }

    @Override
    public synchronized void add(List<String> candidates) {
        if (present != null) {
            present.add(candidates);
        }
    }

    /** By the receive thread, too, which must not wait for who waits for it. */
    @Override
    public void close() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        sfu.farewells().expect(over);
        Thread.ofVirtual().start(() -> {
            try {
                free();
            } finally {
                over.complete(null);
            }
        });
    }

    private synchronized void free() {
        closed = true;
        close(prepared);
        close(present);
        close(beforeRestart);
    }

    /** Stays in {@link #prepared} until it begins, so that a close finds it. */
    private synchronized IceAgent next() {
        if (prepared == null) {
            prepared = IceAgent.open(settings);
        }
        return prepared;
    }

    private synchronized void begin(IceAgent agent, RemoteIce remote) {
        close(beforeRestart);
        beforeRestart = present;
        present = agent;
        prepared = null;
        Flow flow = agent.flow();
        sfu.loop().prove(peer, flow);
        if (beforeRestart == null) {
            sfu.loop().execute(() -> peer.move(flow));
        }
        if (closed) {
            close(agent);
            return;
        }
        agent.connect(remote, new Session(agent, new AgentInbox(sfu, flow)));
    }

    private synchronized void nominated(IceAgent agent) {
        if (agent != present || closed) {
            return;
        }
        sfu.loop().execute(() -> peer.move(agent.flow()));
        close(beforeRestart);
        beforeRestart = null;
    }

    private void close(IceAgent agent) {
        if (agent != null) {
            sfu.farewells().expect(agent.freed());
            agent.close();
        }
    }

    private final class Session implements IceAgentListener {
        private final IceAgent agent;
        private final AgentInbox inbox;

        Session(IceAgent agent, AgentInbox inbox) {
            this.agent = agent;
            this.inbox = inbox;
        }

        @Override
        public void received(byte[] bytes, int length) {
            inbox.put(bytes, length);
        }

        @Override
        public void consented() {
            sfu.loop().execute(() -> peer.ice.consented(sfu.clock().nanos()));
        }

        @Override
        public void nominated() {
            AgentIce.this.nominated(agent);
        }
    }
}
