package app.tutti.sfu.net;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An array of {@code mmsghdr} in native memory, each with a buffer and an address of its own. It is laid out once, as
 * 64-bit Linux has it; for a datagram only its bytes, its length and its address are written or read.
 */
final class MessageArray {
    private static final int LARGEST_DATAGRAM = 2048;
    private static final int HEADER = 64; // mmsghdr: msghdr (56), msg_len (4), padding
    private static final int VECTOR = 16; // iovec
    private static final int ADDRESS = 32; // sockaddr_in6 (28)

    private static final short AF_INET = 2;
    private static final short AF_INET6 = 10;
    private static final int SOCKADDR_IN = 16;
    private static final int SOCKADDR_IN6 = 28;

    private final boolean ipv6;
    private final int vectors;
    private final int addresses;
    private final int datagrams;
    private final ByteBuffer memory;
    private final long base;

    /** @param ipv6 its addresses are sockaddr_in6, those of version 4 mapped */
    MessageArray(int capacity, boolean ipv6) {
        this.ipv6 = ipv6;
        vectors = capacity * HEADER;
        addresses = vectors + capacity * VECTOR;
        datagrams = addresses + capacity * ADDRESS;
        memory = ByteBuffer.allocateDirect(datagrams + capacity * LARGEST_DATAGRAM)
                .order(ByteOrder.nativeOrder());
        base = address(memory);
        for (int i = 0; i < capacity; i++) {
            layOut(i);
        }
    }

    /** Address of the header of a message. */
    long header(int i) {
        return base + (long) i * HEADER;
    }

    /** Writes a datagram to be sent. */
    void put(int i, byte[] bytes, int offset, int length, UdpFlow to) {
        memory.put(datagrams + i * LARGEST_DATAGRAM, bytes, offset, length);
        memory.putLong(vectors + i * VECTOR + 8, length);
        putAddress(addresses + i * ADDRESS, to);
    }

    /** Reads a datagram that was received into {@code bytes} from index 0, and its source. Returns its length. */
    int get(int i, byte[] bytes, UdpFlow source) {
        int length = memory.getInt(i * HEADER + 56);
        memory.get(datagrams + i * LARGEST_DATAGRAM, bytes, 0, length);
        getAddress(addresses + i * ADDRESS, source);
        // The kernel has written how long the address was.
        memory.putInt(i * HEADER + 8, ipv6 ? SOCKADDR_IN6 : SOCKADDR_IN);
        return length;
    }

    private void layOut(int i) {
        int header = i * HEADER;
        memory.putLong(header, base + addresses + (long) i * ADDRESS); // msg_name
        memory.putInt(header + 8, ipv6 ? SOCKADDR_IN6 : SOCKADDR_IN); // msg_namelen
        memory.putLong(header + 16, base + vectors + (long) i * VECTOR); // msg_iov
        memory.putLong(header + 24, 1); // msg_iovlen
        memory.putLong(vectors + i * VECTOR, base + datagrams + (long) i * LARGEST_DATAGRAM); // iov_base
        memory.putLong(vectors + i * VECTOR + 8, LARGEST_DATAGRAM); // iov_len
    }

    private void putAddress(int at, UdpFlow to) {
        memory.putShort(at, ipv6 ? AF_INET6 : AF_INET);
        memory.putShort(at + 2, bigEndian((short) to.remotePort()));
        if (ipv6) {
            memory.putInt(at + 4, 0); // sin6_flowinfo
            memory.putLong(at + 8, bigEndian(to.high()));
            memory.putLong(at + 16, bigEndian(to.low()));
            memory.putInt(at + 24, to.scope());
        } else {
            memory.putInt(at + 4, bigEndian((int) to.low()));
        }
    }

    private void getAddress(int at, UdpFlow source) {
        int port = bigEndian(memory.getShort(at + 2)) & 0xffff;
        if (ipv6) {
            long high = bigEndian(memory.getLong(at + 8));
            source.lend(high, bigEndian(memory.getLong(at + 16)), port, memory.getInt(at + 24));
        } else {
            source.lend(bigEndian(memory.getInt(at + 4)), port);
        }
    }

    private short bigEndian(short value) {
        return memory.order() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    private int bigEndian(int value) {
        return memory.order() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    private long bigEndian(long value) {
        return memory.order() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value);
    }

    private static long address(ByteBuffer memory) {
        try {
            return CLibrary.address(memory);
        } catch (Unavailable e) {
            throw new IllegalStateException("LinuxCalls were available", e);
        }
    }
}
