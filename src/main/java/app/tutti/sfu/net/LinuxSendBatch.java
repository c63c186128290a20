package app.tutti.sfu.net;

/** Collects datagrams in native memory and sends them with one sendmmsg(2). */
final class LinuxSendBatch implements SendBatch {
    private final LinuxSocket socket;
    private final int capacity;
    private final MessageArray messages;
    private int count;
    private int refused;

    LinuxSendBatch(LinuxSocket socket, int capacity) {
        this.socket = socket;
        this.capacity = capacity;
        messages = new MessageArray(capacity, socket.ipv6());
    }

    @Override
    public void add(byte[] bytes, int offset, int length, Flow destination) {
        if (!(destination instanceof UdpFlow udp)) {
            destination.send(bytes, offset, length);
            return;
        }
        messages.put(count, bytes, offset, length, udp);
        if (++count == capacity) {
            send();
        }
    }

    @Override
    public int flush() {
        send();
        int result = refused;
        refused = 0;
        return result;
    }

    private void send() {
        int first = 0;
        while (first < count) {
            int sent = LinuxCalls.sendmmsg(socket.descriptor(), messages.header(first), count - first);
            if (sent > 0) {
                first += sent;
            } else {
                // The kernel says so of the first one only; those after it may have another way to go.
                refused++;
                first++;
            }
        }
        count = 0;
    }
}
