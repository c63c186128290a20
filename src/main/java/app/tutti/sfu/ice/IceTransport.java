package app.tutti.sfu.ice;

import app.tutti.sfu.net.Flow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lite side of one peer's ICE session: which checks it believes, and where the peer is. Candidates in the peer's
 * description are not needed, for every check tells its address. Confined to the receive thread.
 */
public final class IceTransport {
    /** RFC 7675 §5.1. */
    private static final long CONSENT_NANOS = 30_000_000_000L;

    /** RFC 7675 §5.1 has checks come every four to six seconds: two are missing, and the third is late. */
    private static final long SILENT_NANOS = 15_000_000_000L;

    /** A way to the peer that a check has proved. */
    private static final class Way {
        final Flow flow;
        long heardNanos;

        Way(Flow flow) {
            this.flow = flow;
        }
    }

    /** RFC 8445 §7.2.2: ours, a colon and theirs, and the HMAC of our password. */
    private record Accepted(byte[] username, Mac mac) {
        Accepted(IceCredentials local, String remoteUfrag) {
            this((local.ufrag() + ":" + remoteUfrag).getBytes(StandardCharsets.UTF_8), hmac(local.password()));
        }
    }

    private final BindingAnswer answer = new BindingAnswer();

    private Accepted present;
    private Accepted beforeRestart;
    private final List<Way> ways = new ArrayList<>();
    private Way nominated;
    private Way selected;
    private long heardNanos;

    /** The peer has 30 s from now for its first check. */
    public IceTransport(long nowNanos) {
        heardNanos = nowNanos;
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
        Way way = prove(source);
        hear(way, nowNanos);
        nominate(packet, accepted, way);
        select(nowNanos);
        return answer.success(packet, way.flow.remote(), accepted.mac, to);
    }

    /** True when the check is addressed to us, authentic or not. */
    public boolean isMeant(StunPacket packet) {
        return accepted(packet) != null;
    }

    /** An agent has believed a check in our place. */
    public void consented(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** Authentic SRTP or SRTCP of the peer's came this way: who sends media or reports takes part, whatever it checks. */
    public void received(Flow source, long nowNanos) {
        heardNanos = nowNanos;
        Way way = selected != null && selected.flow.equals(source) ? selected : find(source);
        if (way != null) {
            way.heardNanos = nowNanos;
        }
    }

    /** Where to send to, or null before the first check. */
    public Flow selected() {
        return selected == null ? null : selected.flow;
    }

    /** What came this way has an end. */
    public void lost(Flow flow) {
        ways.removeIf(way -> way.flow.equals(flow));
        if (nominated != null && nominated.flow.equals(flow)) {
            nominated = null;
        }
    }

    /** RFC 7675: the peer no longer says, on any way and by any means that verifies, that it wants what we send. */
    public boolean consentExpired(long nowNanos) {
        return nowNanos - heardNanos > CONSENT_NANOS;
    }

    /**
     * Decides where to send to: consent is for each way (RFC 7675 §5.1), so one that has fallen silent gives place to
     * the one that was heard last. The nominated one is returned to as soon as it is heard again. Without a nomination
     * the first that answers serves.
     */
    public void select(long nowNanos) {
        if (nominated != null && !silent(nominated, nowNanos)) {
            selected = nominated;
        } else if (selected == null || !ways.contains(selected) || silent(selected, nowNanos)) {
            selected = heardLast();
        }
    }

    private Way prove(Flow source) {
        Way known = find(source);
        if (known != null) {
            return known;
        }
        Way way = new Way(source.kept());
        ways.add(way);
        return way;
    }

    private Way find(Flow flow) {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i).flow.equals(flow)) {
                return ways.get(i);
            }
        }
        return null;
    }

    private void hear(Way way, long nowNanos) {
        way.heardNanos = nowNanos;
        heardNanos = nowNanos;
    }

    private void nominate(StunPacket request, Accepted accepted, Way way) {
        if (!request.nominates()) {
            return;
        }
        nominated = way;
        if (accepted == present) {
            beforeRestart = null;
        }
    }

    private static boolean silent(Way way, long nowNanos) {
        return nowNanos - way.heardNanos > SILENT_NANOS;
    }

    /** The one before where there is none: it may be gone, but nobody says where else to send to. */
    private Way heardLast() {
        Way last = null;
        for (Way way : ways) {
            if (last == null || way.heardNanos - last.heardNanos > 0) {
                last = way;
            }
        }
        return last == null ? selected : last;
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
