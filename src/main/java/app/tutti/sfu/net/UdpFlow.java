package app.tutti.sfu.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * A peer's address at a UDP port of ours. The address has 128 bits, one of version 4 is mapped (RFC 4291 §2.5.5.2).
 * Immutable, but for the one a receiver lends.
 */
final class UdpFlow implements Flow {
    private static final long MAPPED = 0xffff_0000_0000L;

    private final UdpPort port;
    private final boolean lent;
    private long high;
    private long low;
    private int remotePort;
    private int scope;
    private InetSocketAddress remote;

    /** One to be lent, of nobody yet. */
    UdpFlow(UdpPort port) {
        this.port = port;
        lent = true;
    }

    UdpFlow(UdpPort port, InetSocketAddress remote) {
        this.port = port;
        this.remote = remote;
        lent = false;
        remotePort = remote.getPort();
        ByteBuffer bytes = ByteBuffer.wrap(remote.getAddress().getAddress());
        if (remote.getAddress() instanceof Inet6Address ipv6) {
            high = bytes.getLong();
            low = bytes.getLong();
            scope = ipv6.getScopeId();
        } else {
            low = MAPPED | bytes.getInt() & 0xffff_ffffL;
        }
    }

    private UdpFlow(UdpFlow other) {
        port = other.port;
        lent = false;
        high = other.high;
        low = other.low;
        remotePort = other.remotePort;
        scope = other.scope;
    }

    /** Is somebody else's from now on. */
    void lend(long high, long low, int remotePort, int scope) {
        this.high = high;
        this.low = low;
        this.remotePort = remotePort;
        this.scope = scope;
        remote = null;
    }

    /** Is somebody else's of version 4 from now on. */
    void lend(int address, int remotePort) {
        lend(0, MAPPED | address & 0xffff_ffffL, remotePort, 0);
    }

    long high() {
        return high;
    }

    /** For version 4 the address is in its lower half. */
    long low() {
        return low;
    }

    int remotePort() {
        return remotePort;
    }

    int scope() {
        return scope;
    }

    @Override
    public InetSocketAddress remote() {
        if (remote == null) {
            remote = new InetSocketAddress(address(), remotePort);
        }
        return remote;
    }

    @Override
    public Flow kept() {
        return lent ? new UdpFlow(this) : this;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        port.send(bytes, offset, length, remote());
    }

    private InetAddress address() {
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            // Java makes a mapped address one of version 4.
            return scope == 0 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, scope);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UdpFlow flow
                && flow.low == low
                && flow.high == high
                && flow.remotePort == remotePort
                && flow.scope == scope
                && flow.port == port;
    }

    @Override
    public int hashCode() {
        // Neighbours differ in few bits, so those are spread.
        long mixed = (high * 31 + low) * 0x9e37_79b9_7f4a_7c15L + remotePort * 0xc2b2_ae3d_27d4_eb4fL;
        return (int) (mixed >>> 32);
    }

    @Override
    public String toString() {
        return "udp " + remote();
    }
}
