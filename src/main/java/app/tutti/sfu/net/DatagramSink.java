package app.tutti.sfu.net;

import java.net.InetSocketAddress;

/** Takes the datagrams a {@link UdpPort} receives, one at a time, on the thread that asked for them. */
public interface DatagramSink {
    /**
     * @param bytes the datagram from index 0; lent for the call only, and free to be overwritten
     * @param length in bytes
     */
    void received(byte[] bytes, int length, InetSocketAddress source);
}
