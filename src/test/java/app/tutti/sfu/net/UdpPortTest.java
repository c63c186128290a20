package app.tutti.sfu.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.tutti.sfu.foreign.CLibrary;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpPortTest {
    @AfterEach
    void useWhatThereIs() {
        System.clearProperty(CLibrary.ALLOWED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxSendsManyAtOnce() throws Exception {
        try (MediaPort port = MediaPort.open(0)) {
            assertInstanceOf(LinuxSendBatch.class, port.udp().batch());
        }
    }

    @Test
    void withoutNativeCallsNioSends() throws Exception {
        System.setProperty(CLibrary.ALLOWED, "false");
        try (MediaPort port = MediaPort.open(0)) {
            assertInstanceOf(NioSendBatch.class, port.udp().batch());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchArrivesWholeAndInOrder(boolean allowed) throws Exception {
        System.setProperty(CLibrary.ALLOWED, String.valueOf(allowed));
        hears(InetAddress.getByName("127.0.0.1"), 150);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchReachesAnAddressOfVersion6(boolean allowed) throws Exception {
        InetAddress loopback = Inet6Address.getByName("::1");
        Assumptions.assumeTrue(loopback.isReachable(500), "there must be an IPv6 loopback");
        System.setProperty(CLibrary.ALLOWED, String.valueOf(allowed));
        hears(loopback, 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheKernelRefusesIsCountedAndTheRestSent(boolean allowed) throws Exception {
        System.setProperty(CLibrary.ALLOWED, String.valueOf(allowed));
        try (MediaPort port = MediaPort.open(0);
                DatagramSocket socket = socket(InetAddress.getByName("127.0.0.1"))) {
            SendBatch batch = port.udp().batch();
            // Nobody may send to the address of everybody without asking for that option first.
            Flow refused = new UdpFlow(port.udp(), new InetSocketAddress("255.255.255.255", 9));
            send(batch, 0, socket);
            batch.add(new byte[4], 0, 4, refused);
            send(batch, 1, socket);
            batch.add(new byte[4], 0, 4, refused);
            assertEquals(2, batch.flush());
            assertEquals(0, batch.flush(), "counted once");
            hears(socket, 0);
            hears(socket, 1);
        }
    }

    private static void hears(InetAddress loopback, int datagrams) throws Exception {
        try (MediaPort port = MediaPort.open(0);
                DatagramSocket socket = socket(loopback)) {
            SendBatch batch = port.udp().batch();
            for (int i = 0; i < datagrams; i++) {
                send(batch, i, socket);
            }
            assertEquals(0, batch.flush());
            for (int i = 0; i < datagrams; i++) {
                hears(socket, i);
            }
        }
    }

    private static void send(SendBatch batch, int number, DatagramSocket to) {
        byte[] bytes = datagram(number);
        InetSocketAddress destination = (InetSocketAddress) to.getLocalSocketAddress();
        batch.add(bytes, 1, bytes.length - 1, new UdpFlow(null, destination));
        Arrays.fill(bytes, (byte) 0);
    }

    private static void hears(DatagramSocket socket, int number) throws Exception {
        DatagramPacket heard = new DatagramPacket(new byte[2048], 2048);
        socket.receive(heard);
        byte[] expected = datagram(number);
        assertArrayEquals(
                Arrays.copyOfRange(expected, 1, expected.length), Arrays.copyOf(heard.getData(), heard.getLength()));
    }

    /** Of different lengths, so that one left over from a datagram before would show. */
    private static byte[] datagram(int number) {
        return ("-datagram " + "x".repeat(number * 7 % 1000) + number).getBytes();
    }

    private static DatagramSocket socket(InetAddress address) throws Exception {
        DatagramSocket socket = new DatagramSocket(0, address);
        socket.setReceiveBufferSize(1 << 20);
        socket.setSoTimeout(5_000);
        return socket;
    }
}
