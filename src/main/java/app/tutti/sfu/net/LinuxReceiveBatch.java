package app.tutti.sfu.net;

/** Receives many datagrams with one recvmmsg(2). Confined to the receiving thread. */
final class LinuxReceiveBatch {
    private static final int CAPACITY = 64;

    private final LinuxSocket socket;
    private final MessageArray messages;
    private final byte[] bytes;
    private final UdpFlow source;

    /** @param longest in bytes; of a longer datagram the rest is cut off */
    LinuxReceiveBatch(LinuxSocket socket, UdpPort port, int longest) {
        this.socket = socket;
        messages = new MessageArray(CAPACITY, socket.ipv6());
        bytes = new byte[longest];
        source = new UdpFlow(port);
    }

    /** Hands on what has arrived, {@code budget} datagrams or a few more, without waiting. */
    void receive(DatagramSink sink, int budget) {
        int received = CAPACITY;
        for (int sum = 0; received == CAPACITY && sum < budget; sum += received) {
            received = LinuxCalls.recvmmsg(socket.descriptor(), messages.header(0), CAPACITY);
            for (int i = 0; i < received; i++) {
                sink.received(bytes, messages.get(i, bytes, source), source);
            }
        }
    }
}
