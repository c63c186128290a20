package app.tutti.sfu;

import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.net.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who a datagram is from: by the fragment that a check names, or by an address that a check has proved. Only what the
 * relay's own callers made and authentic peers proved is in here. Confined to the receive thread.
 */
final class PeerTable {
    /** A browser has a few interfaces; more ways than this at once are somebody's game. */
    private static final int MOST_FLOWS = 8;

    /** Now and before an ICE restart. */
    private static final int MOST_UFRAGS = 2;

    private record Names(ArrayDeque<String> ufrags, ArrayDeque<Flow> flows) {}

    private final Map<Peer, Names> peers = new HashMap<>();
    private final Map<String, Peer> byUfrag = new HashMap<>();
    private final Map<Flow, Peer> byFlow = new HashMap<>();

    void add(Peer peer) {
        peers.put(peer, new Names(new ArrayDeque<>(), new ArrayDeque<>()));
    }

    /** Nothing happens to a peer that has been removed. */
    void credentials(Peer peer, IceCredentials local, String remoteUfrag) {
        Names names = peers.get(peer);
        if (names == null) {
            return;
        }
        peer.ice.credentials(local, remoteUfrag);
        byUfrag.put(local.ufrag(), peer);
        names.ufrags.add(local.ufrag());
        if (names.ufrags.size() > MOST_UFRAGS) {
            byUfrag.remove(names.ufrags.remove());
        }
    }

    /** Datagrams that come this way are this peer's from now on. Nothing happens to a peer that has been removed. */
    void prove(Peer peer, Flow lent) {
        if (byFlow.get(lent) == peer || !peers.containsKey(peer)) {
            return;
        }
        Flow flow = lent.kept();
        byFlow.put(flow, peer);
        Names names = peers.get(peer);
        names.flows.remove(flow);
        names.flows.add(flow);
        if (names.flows.size() > MOST_FLOWS) {
            Flow oldest = names.flows.remove();
            peer.ice.lost(oldest);
            end(oldest, peer);
        }
    }

    /** Nothing comes this way any more. */
    void ended(Flow flow) {
        Peer peer = byFlow.remove(flow);
        if (peer != null) {
            peers.get(peer).flows.remove(flow);
            peer.ice.lost(flow);
        }
    }

    void remove(Peer peer) {
        Names names = peers.remove(peer);
        if (names == null) {
            return;
        }
        names.ufrags.forEach(ufrag -> byUfrag.remove(ufrag, peer));
        names.flows.forEach(flow -> end(flow, peer));
    }

    /** Unless it has become another peer's. */
    private void end(Flow flow, Peer peer) {
        if (byFlow.remove(flow, peer)) {
            flow.close();
        }
    }

    /** Null when the part before the colon is none of ours. */
    Peer named(String username) {
        int colon = username.indexOf(':');
        return colon < 0 ? null : byUfrag.get(username.substring(0, colon));
    }

    /** Null when no check has proved this way. */
    Peer at(Flow flow) {
        return byFlow.get(flow);
    }

    Collection<Peer> all() {
        return peers.keySet();
    }

    /** Those that no longer want what we send. */
    List<Peer> expired(long nowNanos) {
        List<Peer> expired = new ArrayList<>();
        for (Peer peer : peers.keySet()) {
            if (peer.ice.consentExpired(nowNanos)) {
                expired.add(peer);
            }
        }
        return expired;
    }
}
