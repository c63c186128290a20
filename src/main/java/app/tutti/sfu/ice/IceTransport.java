package app.tutti.sfu.ice;

import app.tutti.sfu.net.Flow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lite side of one peer's ICE session: which checks it believes, and where the peer is. Candidates in the peer's
 * description are not needed, for every check tells its address. Confined to the receive thread.
 */
public final class IceTransport {
    /** RFC 7675 §5.1. */
    private static final long CONSENT_NANOS = 30_000_000_000L;

    /** RFC 8445 §7.2.2: ours, a colon and theirs, and the HMAC of our password. */
    private record Accepted(byte[] username, Mac mac) {
        Accepted(IceCredentials local, String remoteUfrag) {
            this((local.ufrag() + ":" + remoteUfrag).getBytes(StandardCharsets.UTF_8), hmac(local.password()));
        }
    }

    private final BindingAnswer answer = new BindingAnswer();

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
        present = new Accepted(local, remoteUfrag);
    }

    /**
     * Takes a connectivity check. Nothing changes unless it is authentic.
     *
     * @param to room for the answer to send to {@code source}
     * @return the answer's length in bytes, or 0 when there is none to give
     */
    public int check(StunPacket packet, Flow source, long nowNanos, byte[] to) {
        Accepted accepted = accepted(packet);
        if (accepted == null || !packet.authentic(accepted.mac)) {
            return 0;
        }
        if (packet.unknownCount() > 0) {
            return answer.unknownAttributes(packet, accepted.mac, to);
        }
        if (packet.controlled()) {
            return answer.roleConflict(packet, accepted.mac, to);
        }
        consentNanos = nowNanos;
        select(packet, accepted, source);
        Flow seen = source.equals(selected) ? selected : source;
        return answer.success(packet, seen.remote(), accepted.mac, to);
    }

    /** True when the check is addressed to us, authentic or not. */
    public boolean isMeant(StunPacket packet) {
        return accepted(packet) != null;
    }

    /** An agent has believed a check in our place. */
    public void consented(long nowNanos) {
        consentNanos = nowNanos;
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
    private void select(StunPacket request, Accepted accepted, Flow source) {
        boolean moves = selected == null || lost || request.nominates();
        if (moves && !source.equals(selected)) {
            selected = source.kept();
        }
        lost &= !moves;
        if (request.nominates() && accepted == present) {
            beforeRestart = null;
        }
    }

    private Accepted accepted(StunPacket packet) {
        if (present != null && packet.isFrom(present.username)) {
            return present;
        }
        return beforeRestart != null && packet.isFrom(beforeRestart.username) ? beforeRestart : null;
    }

    private static Mac hmac(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA1", e);
        }
    }
}
