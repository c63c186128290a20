package app.tutti.sfu.net;

import java.net.InetSocketAddress;

/** A way to nowhere. */
public record FakeFlow(InetSocketAddress remote) implements Flow {
    public FakeFlow(String address, int port) {
        this(new InetSocketAddress(address, port));
    }

    @Override
    public Flow kept() {
        return this;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {}
}
