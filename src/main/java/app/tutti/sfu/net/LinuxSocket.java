package app.tutti.sfu.net;

import app.tutti.sfu.foreign.CLibrary;
import app.tutti.sfu.foreign.Unavailable;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The descriptor of a bound UDP channel, and the calls of Linux that NIO lacks. Belongs to the channel and must not be
 * used once that is closed: the number may be somebody else's then.
 *
 * @param ipv6 its addresses are sockaddr_in6, those of version 4 mapped
 */
record LinuxSocket(int descriptor, boolean ipv6) {
    private static final int IPPROTO_IP = 0;
    private static final int IP_MTU_DISCOVER = 10;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_MTU_DISCOVER = 23;
    private static final int PMTUDISC_DO = 2;

    /**
     * Finds the descriptor by its port and the inode in /proc: Java keeps it to itself.
     *
     * @param channel bound to every local address
     * @throws IOException when there is no /proc, the native library cannot be loaded or the kernel refuses
     */
    static LinuxSocket of(DatagramChannel channel) throws IOException {
        String missing = CLibrary.allowed() ? LinuxCalls.MISSING : "switched off";
        if (missing != null) {
            throw new IOException(missing);
        }
        LinuxSocket found = find(channel.socket().getLocalPort());
        found.probe();
        try {
            found.neverFragment();
        } catch (Unavailable e) {
            throw new IOException(e.getMessage(), e);
        }
        return found;
    }

    /**
     * What we send fits any path (our DTLS records and packets stay below 1280 bytes), and the kernel need not number
     * packets that are never cut, which is 7 % of its work.
     */
    private void neverFragment() throws Unavailable {
        option(IPPROTO_IP, IP_MTU_DISCOVER, PMTUDISC_DO);
        if (ipv6) {
            option(IPPROTO_IPV6, IPV6_MTU_DISCOVER, PMTUDISC_DO);
        }
    }

    /** Sets an option whose value is an int. The kernel may not know it: then nothing has changed. */
    private void option(int level, int option, int value) throws Unavailable {
        ByteBuffer memory = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        memory.putInt(0, value);
        LinuxCalls.setsockopt(descriptor, level, option, CLibrary.address(memory));
        Reference.reachabilityFence(memory);
    }

    private void probe() throws IOException {
        if (LinuxCalls.sendmmsg(descriptor, 0, 0) != 0) {
            throw new IOException("sendmmsg is refused");
        }
    }

    private static LinuxSocket find(int port) throws IOException {
        String anyIpv6 = inode("udp6", "0".repeat(32), port);
        String inode = anyIpv6 == null ? inode("udp", "0".repeat(8), port) : anyIpv6;
        if (inode == null) {
            throw new IOException("the socket is not in /proc/self/net");
        }
        return new LinuxSocket(descriptor("socket:[" + inode + "]"), anyIpv6 != null);
    }

    /**
     * In a row stand its number, local address:port in hexadecimal, remote, state, queues, timer, retransmissions, uid,
     * timeout and inode. Null when there is no such row.
     */
    private static String inode(String table, String address, int port) throws IOException {
        Path path = Path.of("/proc/self/net", table);
        if (!Files.exists(path)) {
            return null;
        }
        String local = String.format("%s:%04X", address, port);
        List<String> rows = Files.readAllLines(path);
        for (String row : rows) {
            String[] fields = row.strip().split("\\s+");
            if (fields.length > 9 && fields[1].equals(local)) {
                return fields[9];
            }
        }
        return null;
    }

    private static int descriptor(String target) throws IOException {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : open) {
                if (points(link, target)) {
                    return Integer.parseInt(link.getFileName().toString());
                }
            }
        }
        throw new IOException("the socket is not in /proc/self/fd");
    }

    private static boolean points(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException e) {
            // It was closed since it was listed.
            return false;
        }
    }
}
