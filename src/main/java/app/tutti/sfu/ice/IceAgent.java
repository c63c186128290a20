package app.tutti.sfu.ice;

import app.tutti.sfu.net.Flow;
import java.beans.PropertyChangeEvent;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ice4j.StunMessageEvent;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.ice.Agent;
import org.ice4j.ice.Candidate;
import org.ice4j.ice.CandidatePair;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.Component;
import org.ice4j.ice.IceMediaStream;
import org.ice4j.ice.KeepAliveStrategy;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.RelayedCandidate;
import org.ice4j.ice.RemoteCandidate;
import org.ice4j.message.Message;

/**
 * The full side of one peer's ICE session (RFC 8445), for a relay behind a NAT: sockets of its own, candidates from
 * STUN and TURN servers, checks in both directions. The peer controls. Any thread may call it; none of its threads is
 * the receive thread.
 */
public final class IceAgent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("sfu");
    private static final String STREAM = "audio";
    private static final int LARGEST_DATAGRAM = 2048;

    /** For its own sockets: longer than loading ice4j takes on a busy machine, should somebody come that early. */
    private static final long BEGIN_MILLIS = 10_000;

    private final FullIce settings;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<LocalIce> gathered = new CompletableFuture<>();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();
    private final Flow flow = new AgentFlow();
    private volatile Agent agent;
    private volatile Component component;
    private boolean closed;

    private IceAgent(FullIce settings) {
        this.settings = settings;
    }

    /** Begins to gather candidates, and returns at once. */
    public static IceAgent open(FullIce settings) {
        IceAgent agent = new IceAgent(settings);
        Ice4j.start("sfu-ice-gather", agent::gather);
        return agent;
    }

    /** Loads what the first agent would otherwise wait for: seconds. Blocks. */
    public static void warmUp() {
        IceAgent agent = open(new FullIce(List.of(), () -> null));
        agent.gathered(0);
        agent.close();
    }

    /**
     * Our side, with what candidates there are by then: all of them, or those until a server has given the best kind.
     *
     * @param millis to wait for servers at most
     * @throws IllegalStateException when there is not even a socket
     */
    public LocalIce gathered(long millis) {
        try {
            begun.get(BEGIN_MILLIS, TimeUnit.MILLISECONDS);
            return gathered.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return describe();
        } catch (ExecutionException e) {
            throw new IllegalStateException("No ICE agent could be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return describe();
        }
    }

    /** Begins to check. To be called once, after {@link #gathered}. */
    public synchronized void connect(RemoteIce remote, IceAgentListener listener) {
        if (closed) {
            return;
        }
        Ice4j.run(() -> {
            IceMediaStream stream = component.getParentStream();
            stream.setRemoteUfrag(remote.ufrag());
            stream.setRemotePassword(remote.password().orElseThrow());
            read(remote.candidates()).forEach(component::addRemoteCandidate);
            stream.addPairChangeListener(event -> changed(event, listener));
            agent.getStunStack().addRequestListener(event -> requested(event, listener));
            agent.startConnectivityEstablishment();
        });
        Ice4j.start("sfu-ice-receive", () -> receive(listener));
    }

    /** Candidates that the peer found later (RFC 8838). */
    public synchronized void add(List<String> candidates) {
        if (closed) {
            return;
        }
        Ice4j.run(() -> {
            read(candidates).forEach(component::addUpdateRemoteCandidates);
            component.updateRemoteCandidates();
        });
    }

    /** The way to the peer: by the pair that is in use. Datagrams are lost while there is none. */
    public Flow flow() {
        return flow;
    }

    /** Gives back sockets, threads and what TURN servers have allocated. Returns at once. */
    @Override
    public void close() {
        Ice4j.start("sfu-ice-close", this::free);
    }

    /** Completes when all that was there at the {@link #close} is given back, and the TURN servers have been told. */
    public CompletableFuture<Void> freed() {
        return freed;
    }

    private void gather() {
        try {
            begin();
            begun.complete(null);
            addHarvesters();
            agent.startCandidateTrickle(candidates -> {});
            gathered.complete(describe());
            freeLateComers();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "[sfu] An ICE agent could not be made", e);
            begun.completeExceptionally(e);
            gathered.completeExceptionally(e);
        }
    }

    private synchronized void begin() throws IOException {
        if (closed) {
            throw new IllegalStateException("The agent was closed before it began");
        }
        agent = new Agent();
        agent.setTrickling(true);
        agent.setControlling(false);
        // A peer may go on by another pair that works, and say so with its checks.
        component = agent.createComponent(agent.createMediaStream(STREAM), KeepAliveStrategy.ALL_SUCCEEDED, true);
    }

    private void addHarvesters() {
        TurnPass pass = settings.relayed() ? settings.pass().get() : null;
        for (IceServer server : settings.servers()) {
            TransportAddress address = new TransportAddress(server.host(), server.port(), Transport.UDP);
            if (address.isUnresolved()) {
                LOG.log(System.Logger.Level.WARNING, "[sfu] No address is known of {0}", server.host());
                continue;
            }
            agent.addCandidateHarvester(
                    server.relays()
                            ? new TurnHarvester(address, pass, this::found)
                            : new StunHarvester(address, this::found));
        }
    }

    /** One address that everybody can reach is enough; the same by another interface is not worth waiting for. */
    private void found() {
        LocalIce local = describe();
        String best = settings.relayed() ? "relay" : "srflx";
        if (local.candidates().stream().anyMatch(candidate -> candidate.type().equals(best))) {
            gathered.complete(local);
        }
    }

    private LocalIce describe() {
        Agent agent = this.agent;
        Component component = this.component;
        if (component == null) {
            throw new IllegalStateException("The ICE agent has no socket yet");
        }
        return new LocalIce(
                new IceCredentials(agent.getLocalUfrag(), agent.getLocalPassword()),
                component.getLocalCandidates().stream().map(IceAgent::describe).toList());
    }

    private static IceCandidate describe(LocalCandidate candidate) {
        TransportAddress address = candidate.getTransportAddress();
        TransportAddress related = candidate.getRelatedAddress();
        return new IceCandidate(
                candidate.getFoundation(),
                candidate.getPriority(),
                address.getHostAddress(),
                address.getPort(),
                candidate.getType().toString(),
                related == null ? "" : "raddr " + related.getHostAddress() + " rport " + related.getPort());
    }

    private List<RemoteCandidate> read(List<String> candidates) {
        return candidates.stream()
                .flatMap(value -> IceCandidate.parse(value).stream())
                .map(this::remote)
                .toList();
    }

    private RemoteCandidate remote(IceCandidate candidate) {
        return new RemoteCandidate(
                new TransportAddress(candidate.address(), candidate.port(), Transport.UDP),
                component,
                CandidateType.parse(candidate.type()),
                candidate.foundation(),
                candidate.priority(),
                null);
    }

    private static void changed(PropertyChangeEvent event, IceAgentListener listener) {
        if (IceMediaStream.PROPERTY_PAIR_NOMINATED.equals(event.getPropertyName())) {
            listener.nominated();
        }
    }

    /** ice4j has compared the message's integrity where there was one to compare. */
    private static void requested(StunMessageEvent event, IceAgentListener listener) {
        Message request = event.getMessage();
        if (request.getMessageType() == Message.BINDING_REQUEST
                && request.containsAttribute(Attribute.USERNAME)
                && request.containsAttribute(Attribute.MESSAGE_INTEGRITY)) {
            listener.consented();
        }
    }

    private void receive(IceAgentListener listener) {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        try {
            while (true) {
                packet.setLength(LARGEST_DATAGRAM);
                component.getSocket().receive(packet);
                // RFC 7983 §7: below are STUN, which is not for us, and nothing else that we know.
                if (packet.getLength() > 0 && (packet.getData()[0] & 0xff) >= 20) {
                    listener.received(packet.getData(), packet.getLength());
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private synchronized void free() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (agent != null) {
                freeAgent();
            }
        } finally {
            freed.complete(null);
        }
    }

    /** What a server gave while the agent was being closed. */
    private synchronized void freeLateComers() {
        if (closed) {
            freeAgent();
        }
    }

    private void freeAgent() {
        // The agent would end its stack first, and could tell no TURN server that it is over (RFC 8656 §7).
        for (LocalCandidate candidate : component.getLocalCandidates()) {
            if (candidate instanceof RelayedCandidate relayed) {
                agent.getStunStack().removeSocket(relayed.getTransportAddress());
                relayed.getCandidateIceSocketWrapper().close();
            }
        }
        agent.free();
    }

    /** Equal to itself only. */
    private final class AgentFlow implements Flow {
        @Override
        public InetSocketAddress remote() {
            CandidatePair pair = component.getSelectedPair();
            Candidate<?> remote = pair == null ? null : pair.getRemoteCandidate();
            return remote == null ? new InetSocketAddress(0) : remote.getTransportAddress();
        }

        @Override
        public Flow kept() {
            return this;
        }

        @Override
        public void send(byte[] bytes, int offset, int length) {
            try {
                component.getSocket().send(new DatagramPacket(bytes, offset, length));
            } catch (IOException e) {
                // As good as lost on the way: every protocol above repeats what matters.
            }
        }

        @Override
        public String toString() {
            return "agent " + remote();
        }
    }
}
