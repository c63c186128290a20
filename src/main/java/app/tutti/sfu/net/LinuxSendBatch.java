package app.tutti.sfu.net;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Collects datagrams in native memory and sends them with one sendmmsg(2). The structures are laid out once, as
 * 64-bit Linux has them; for a datagram only its bytes, its length and its address are written.
 */
final class LinuxSendBatch implements SendBatch {
    private static final int LARGEST_DATAGRAM = 2048;
    private static final int HEADER = 64; // mmsghdr: msghdr (56), msg_len (4), padding
    private static final int VECTOR = 16; // iovec
    private static final int ADDRESS = 32; // sockaddr_in6 (28)
    private static final int HEADERS = 0;
    private static final int VECTORS = HEADERS + CAPACITY * HEADER;
    private static final int ADDRESSES = VECTORS + CAPACITY * VECTOR;
    private static final int DATAGRAMS = ADDRESSES + CAPACITY * ADDRESS;
    private static final int SIZE = DATAGRAMS + CAPACITY * LARGEST_DATAGRAM;

    private static final short AF_INET = 2;
    private static final short AF_INET6 = 10;
    private static final int EINTR = 4;

    private final LinuxSocket socket;
    private final ByteBuffer memory = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.nativeOrder());
    private final long base = Pointer.nativeValue(Native.getDirectBufferPointer(memory));
    private int count;
    private int refused;

    LinuxSendBatch(LinuxSocket socket) {
        this.socket = socket;
        for (int i = 0; i < CAPACITY; i++) {
            layOut(i);
        }
    }

    @Override
    public void add(byte[] bytes, int offset, int length, Flow destination) {
        if (!(destination instanceof UdpFlow udp)) {
            destination.send(bytes, offset, length);
            return;
        }
        memory.put(DATAGRAMS + count * LARGEST_DATAGRAM, bytes, offset, length);
        memory.putLong(VECTORS + count * VECTOR + 8, length);
        writeAddress(ADDRESSES + count * ADDRESS, udp.remote());
        if (++count == CAPACITY) {
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

    private void layOut(int i) {
        int header = HEADERS + i * HEADER;
        memory.putLong(header, base + ADDRESSES + i * ADDRESS); // msg_name
        memory.putInt(header + 8, socket.ipv6() ? 28 : 16); // msg_namelen
        memory.putLong(header + 16, base + VECTORS + i * VECTOR); // msg_iov
        memory.putLong(header + 24, 1); // msg_iovlen
        memory.putLong(VECTORS + i * VECTOR, base + DATAGRAMS + i * LARGEST_DATAGRAM); // iov_base
    }

    private void send() {
        int first = 0;
        while (first < count) {
            int sent = socket.send(base + HEADERS + (long) first * HEADER, count - first);
            if (sent > 0) {
                first += sent;
            } else if (sent != -EINTR) {
                // The kernel says so of the first one only; those after it may have another way to go.
                refused++;
                first++;
            }
        }
        count = 0;
    }

    private void writeAddress(int at, InetSocketAddress destination) {
        InetAddress address = destination.getAddress();
        byte[] bytes = address.getAddress();
        memory.putShort(at, socket.ipv6() ? AF_INET6 : AF_INET);
        memory.put(at + 2, (byte) (destination.getPort() >>> 8));
        memory.put(at + 3, (byte) destination.getPort());
        if (!socket.ipv6()) {
            write(at + 4, bytes);
            return;
        }
        memory.putInt(at + 4, 0); // sin6_flowinfo
        if (address instanceof Inet6Address ipv6) {
            write(at + 8, bytes);
            memory.putInt(at + 24, ipv6.getScopeId());
        } else {
            // RFC 4291 §2.5.5.2: ::ffff:a.b.c.d
            memory.putLong(at + 8, 0);
            memory.putShort(at + 16, (short) 0);
            memory.putShort(at + 18, (short) -1);
            write(at + 20, bytes);
            memory.putInt(at + 24, 0);
        }
    }

    /** One by one, so that the array need never exist. */
    private void write(int at, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            memory.put(at + i, bytes[i]);
        }
    }
}
