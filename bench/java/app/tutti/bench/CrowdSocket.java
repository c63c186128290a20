package app.tutti.bench;

import static java.lang.invoke.MethodType.methodType;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One UDP socket with thousands of addresses: each listener has one of 127/8, which Linux takes as its own. So the load
 * costs little, and the relay sees as many peers as there are. The kernel says when a datagram came, which is when its
 * listener could have heard it; when the generator gets round to reading it does not matter.
 */
@SuppressWarnings("checkstyle:IllegalCatch") // A method handle may throw anything, as far as the compiler knows.
final class CrowdSocket {
    static final int BATCH = 256;

    private static final int LARGEST = 2048;
    private static final int HEADER = 64; // mmsghdr: msghdr (56), msg_len (4), padding
    private static final int CONTROL = 64; // in_pktinfo and timespec, each 32 with its header
    private static final int SLOT = HEADER + 16 + CONTROL + LARGEST;

    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SO_RCVTIMEO = 20;
    private static final int SO_TIMESTAMPNS = 35;
    private static final int IP_PKTINFO = 8;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_WAITFORONE = 0x10000;
    private static final int RECEIVE_BUFFER = 64 << 20;

    private static final MethodHandle SOCKET;
    private static final MethodHandle BIND;
    private static final MethodHandle SETSOCKOPT;
    private static final MethodHandle SENDMSG;
    private static final MethodHandle RECVMMSG;

    static {
        try {
            CLibrary c = CLibrary.standard();
            SOCKET = c.function("socket", methodType(int.class, int.class, int.class, int.class));
            BIND = c.function("bind", methodType(int.class, int.class, long.class, int.class));
            SETSOCKOPT = c.function(
                    "setsockopt", methodType(int.class, int.class, int.class, int.class, long.class, int.class));
            SENDMSG = c.function("sendmsg", methodType(long.class, int.class, long.class, int.class));
            RECVMMSG = c.function(
                    "recvmmsg", methodType(int.class, int.class, long.class, int.class, int.class, long.class));
        } catch (Unavailable e) {
            throw new IllegalStateException("The load generator needs Linux and Java 22: " + e.getMessage(), e);
        }
    }

    private final int descriptor;
    private final ByteBuffer in = direct(BATCH * SLOT);
    private final long inAddress = address(in);
    private final InetSocketAddress server;

    /** Room for one to send, idle. No lock: virtual threads that wait for one keep who reads the socket from sending. */
    private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    CrowdSocket(InetSocketAddress server) throws IOException {
        this.server = server;
        try {
            descriptor = (int) SOCKET.invokeExact(2, 2, 0);
            require(descriptor >= 0, "socket");
            ByteBuffer any = direct(16).putShort(0, (short) 2);
            require((int) BIND.invokeExact(descriptor, address(any), 16) == 0, "bind");
        } catch (Throwable e) {
            throw new IOException(e);
        }
        option(0, IP_PKTINFO, 1);
        option(SOL_SOCKET, SO_TIMESTAMPNS, 1);
        // As root as much as we like; otherwise what net.core.rmem_max allows.
        option(SOL_SOCKET, SO_RCVBUF, RECEIVE_BUFFER);
        option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER);
        patience();
        for (int i = 0; i < BATCH; i++) {
            layOutIncoming(i);
        }
    }

    /** Sends from one of our addresses. Any thread. */
    void send(int from, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer used = idle.poll();
        ByteBuffer out = used == null ? outgoing() : used;
        out.putInt(HEADER + 16 + 20, Integer.reverseBytes(from)); // ipi_spec_dst
        out.put(HEADER + 16 + CONTROL, bytes, offset, length);
        out.putLong(HEADER + 8, length);
        try {
            require((long) SENDMSG.invokeExact(descriptor, address(out), 0) == length, "sendmsg");
        } catch (Throwable e) {
            throw new IOException(e);
        } finally {
            idle.add(out);
        }
    }

    /** Receives up to {@link #BATCH} datagrams; waits up to 50 ms for the first one if asked to. Returns how many. */
    int receive(boolean wait) {
        try {
            int flags = wait ? MSG_WAITFORONE : MSG_DONTWAIT;
            return (int) RECVMMSG.invokeExact(descriptor, inAddress, BATCH, flags, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    int length(int i) {
        return in.getInt(i * HEADER + 56);
    }

    /** Copies a datagram. */
    void get(int i, byte[] to) {
        in.get(datagram(i), to, 0, length(i));
    }

    byte byteAt(int i, int index) {
        return in.get(datagram(i) + index);
    }

    int sequenceNumber(int i) {
        return Short.reverseBytes(in.getShort(datagram(i) + 2)) & 0xffff;
    }

    /** Which of our addresses it came to, and readies the slot for another. To be asked once, after the time. */
    int destination(int i) {
        int control = control(i);
        int at = in.getInt(control + 8) == 0 ? control : control + 32;
        in.putLong(i * HEADER + 40, CONTROL);
        return Integer.reverseBytes(in.getInt(at + 24)); // ipi_addr
    }

    /** When the kernel had it, in nanoseconds since 1970. */
    long nanos(int i) {
        int control = control(i);
        int at = in.getInt(control + 8) == SOL_SOCKET ? control : control + 32;
        return in.getLong(at + 16) * 1_000_000_000L + in.getLong(at + 24);
    }

    private int control(int i) {
        return BATCH * (HEADER + 16) + i * CONTROL;
    }

    private int datagram(int i) {
        return BATCH * (HEADER + 16 + CONTROL) + i * LARGEST;
    }

    private void layOutIncoming(int i) {
        int header = i * HEADER;
        int vector = BATCH * HEADER + i * 16;
        in.putLong(header + 16, inAddress + vector);
        in.putLong(header + 24, 1);
        in.putLong(header + 32, inAddress + control(i));
        in.putLong(header + 40, CONTROL);
        in.putLong(vector, inAddress + datagram(i));
        in.putLong(vector + 8, LARGEST);
    }

    /** One header, its vector, control with in_pktinfo, the datagram, and behind all the server's sockaddr_in. */
    private ByteBuffer outgoing() {
        ByteBuffer out = direct(SLOT + 16);
        long outAddress = address(out);
        int control = HEADER + 16;
        out.putLong(0, outAddress + SLOT);
        out.putInt(8, 16);
        out.putLong(16, outAddress + HEADER);
        out.putLong(24, 1);
        out.putLong(32, outAddress + control);
        out.putLong(40, 32);
        out.putLong(HEADER, outAddress + control + CONTROL);
        out.putLong(control, 28); // cmsg_len
        out.putInt(control + 8, 0); // IPPROTO_IP
        out.putInt(control + 12, IP_PKTINFO);
        out.putShort(SLOT, (short) 2);
        out.putShort(SLOT + 2, Short.reverseBytes((short) server.getPort()));
        out.put(SLOT + 4, server.getAddress().getAddress());
        return out;
    }

    private void option(int level, int option, int value) {
        ByteBuffer memory = direct(4).putInt(0, value);
        try {
            int ignored = (int) SETSOCKOPT.invokeExact(descriptor, level, option, address(memory), 4);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void patience() {
        ByteBuffer timeval = direct(16).putLong(8, 50_000);
        try {
            int ignored = (int) SETSOCKOPT.invokeExact(descriptor, SOL_SOCKET, SO_RCVTIMEO, address(timeval), 16);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long address(ByteBuffer memory) {
        try {
            return CLibrary.address(memory);
        } catch (Unavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean fulfilled, String what) throws IOException {
        if (!fulfilled) {
            throw new IOException(what + " failed");
        }
    }
}
