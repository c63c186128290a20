package app.tutti.sfu;

import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.ice.RemoteIce;
import app.tutti.sfu.sdp.SdpAnswer;
import java.util.List;

/** Our side of a transport's ICE: at the port that all share, or by an agent of its own. */
interface OurIce {
    static OurIce of(Sfu sfu, Peer peer, SdpAnswer answers) {
        return sfu.fullIce()
                .<OurIce>map(settings -> new AgentIce(sfu, peer, answers, settings))
                .orElseGet(() -> new LiteIce(sfu, peer));
    }

    /** Begins a session, the first or another one after it. Returns our side of it. */
    IceCredentials restart(RemoteIce remote);

    /** Candidates that the peer found later. */
    void add(List<String> candidates);

    /** Frees what is not the port's. Any thread. */
    void close();
}
