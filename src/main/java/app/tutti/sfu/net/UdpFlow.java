package app.tutti.sfu.net;

import java.net.InetSocketAddress;

/** A peer's address at a UDP port of ours. */
record UdpFlow(UdpPort port, InetSocketAddress remote) implements Flow {
    @Override
    public Flow kept() {
        return this;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        port.send(bytes, offset, length, remote);
    }
}
