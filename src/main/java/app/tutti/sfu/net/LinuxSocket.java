package app.tutti.sfu.net;

import com.sun.jna.Native;
import java.io.IOException;
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
    /** Not {@code true}, and Java's own calls are all that is used. */
    static final String ALLOWED = "app.tutti.sfu.net.native";

    /**
     * Finds the descriptor by its port and the inode in /proc: Java keeps it to itself.
     *
     * @param channel bound to every local address
     * @throws IOException when there is no /proc, the native library cannot be loaded or the kernel refuses
     */
    static LinuxSocket of(DatagramChannel channel) throws IOException {
        if (!Boolean.parseBoolean(System.getProperty(ALLOWED, "true"))) {
            throw new IOException("switched off");
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException("not on Linux");
        }
        LinuxSocket found = find(channel.socket().getLocalPort());
        found.probe();
        return found;
    }

    /**
     * Sends so many datagrams.
     *
     * @param messages address of an array of {@code mmsghdr}
     * @return how many were sent, or the negative error number
     */
    int send(long messages, int count) {
        int sent = Calls.sendmmsg(descriptor, messages, count, Calls.MSG_DONTWAIT);
        return sent < 0 ? -Native.getLastError() : sent;
    }

    private void probe() throws IOException {
        try {
            if (Native.POINTER_SIZE != Long.BYTES) {
                throw new IOException("not a 64-bit Java");
            }
            int result = send(0, 0);
            if (result != 0) {
                throw new IOException("error " + -result);
            }
        } catch (LinkageError e) {
            throw new IOException(e.toString(), e);
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

    /** libc, mapped directly: arguments are numbers, so a call makes no objects. */
    private static final class Calls {
        static final int MSG_DONTWAIT = 0x40;

        static {
            Native.register(Calls.class, "c");
        }

        private Calls() {}

        static native int sendmmsg(int descriptor, long messages, int count, int flags);
    }
}
