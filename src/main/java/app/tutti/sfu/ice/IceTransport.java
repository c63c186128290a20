package app.tutti.sfu.ice;

import app.tutti.sfu.net.Flow;
import java.nio.charset.StandardCharsets;

/**
 * The lite side of one peer's ICE session: which checks it believes, and where the peer is. Candidates in the peer's
 * description are not needed, for every check tells its address. Confined to the receive thread.
 */
public final class IceTransport {
    /** RFC 7675 §5.1. */
    private static final long CONSENT_NANOS = 30_000_000_000L;

    private record Accepted(String username, byte[] password) {}

    private Accepted present;
    private Accepted beforeRestart;
    private Flow selected;
    private boolean lost;
    private long consentNanos;

    /** The peer has 30 s from now for its first check. */
    public IceTransport(long nowNanos) {
        consentNanos = nowNanos;
    }

    /** Believes checks with these from now on; with those before until the peer nominates with the new. */
    public void credentials(IceCredentials local, String remoteUfrag) {
        beforeRestart = present;
        present =
                new Accepted(local.ufrag() + ":" + remoteUfrag, local.password().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Takes a connectivity check. Nothing changes unless it is authentic.
     *
     * @return the answer to send to {@code source}, or null when there is none to give
     */
    public byte[] check(StunPacket packet, Flow source, long nowNanos) {
        Accepted accepted = accepted(packet.username());
        if (accepted == null || !packet.authentic(accepted.password)) {
            return null;
        }
        BindingRequest request = BindingRequest.decode(packet);
        if (request == null) {
            return null;
        }
        if (request.controlled()) {
            return BindingAnswer.roleConflict(request.transactionId(), accepted.password);
        }
        consentNanos = nowNanos;
        select(request, accepted, source);
        return BindingAnswer.success(request.transactionId(), source.remote(), accepted.password);
    }

    /** Where to send to, or null before the first check. */
    public Flow selected() {
        return selected;
    }

    /** What came this way has an end: the next check, from wherever it comes, is as good as a nomination. */
    public void lost(Flow flow) {
        lost |= flow.equals(selected);
    }

    /** RFC 7675: the peer no longer says that it wants what we send. */
    public boolean consentExpired(long nowNanos) {
        return nowNanos - consentNanos > CONSENT_NANOS;
    }

    /** The first address that answers serves until the peer nominates one; a later nomination moves it. */
    private void select(BindingRequest request, Accepted accepted, Flow source) {
        boolean moves = selected == null || lost || request.nominates();
        if (moves && !source.equals(selected)) {
            selected = source.kept();
        }
        lost &= !moves;
        if (request.nominates() && accepted == present) {
            beforeRestart = null;
        }
    }

    private Accepted accepted(String username) {
        if (username == null) {
            return null;
        }
        if (present != null && present.username.equals(username)) {
            return present;
        }
        return beforeRestart != null && beforeRestart.username.equals(username) ? beforeRestart : null;
    }
}
