package app.tutti.sfu.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Sends each datagram as it is added: NIO has no call for several. */
final class NioSendBatch implements SendBatch {
    private final DatagramChannel channel;
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(2048);
    private int refused;

    NioSendBatch(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public void add(byte[] bytes, int offset, int length, Flow destination) {
        if (!(destination instanceof UdpFlow udp)) {
            destination.send(bytes, offset, length);
            return;
        }
        outgoing.clear().put(bytes, offset, length).flip();
        try {
            if (channel.send(outgoing, udp.remote()) == 0) {
                refused++;
            }
        } catch (IOException e) {
            refused++;
        }
    }

    @Override
    public int flush() {
        int count = refused;
        refused = 0;
        return count;
    }
}
