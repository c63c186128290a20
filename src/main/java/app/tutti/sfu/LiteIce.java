package app.tutti.sfu;

import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.ice.RemoteIce;
import java.util.List;

/** ICE-lite (RFC 8445 §2.5): the receive thread answers checks, and the peer's candidates are not needed. */
record LiteIce(Sfu sfu, Peer peer) implements OurIce {
    @Override
    public IceCredentials restart(RemoteIce remote) {
        IceCredentials local = IceCredentials.random(sfu.random());
        sfu.loop().credentials(peer, local, remote.ufrag());
        return local;
    }

    @Override
    public void add(List<String> candidates) {
        // Every check tells its address.
    }

    @Override
    public void close() {
        // The port stays.
    }
}
