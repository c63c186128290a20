package app.tutti.sfu.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits, with small numbers; this test is the receive thread. */
class TcpPortTest {
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Flow> ended = new ArrayList<>();
    private MediaPort port;

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        port.close();
    }

    @Test
    void moreThanSoManyInAllAreTurnedAway() throws Exception {
        open(new TcpLimits(2, 9, 9, 1));
        answered(connect("127.0.0.1"), 'a');
        answered(connect("127.0.0.1"), 'b');
        turnedAway(connect("127.0.0.1"));
        assertEquals(1, port.takeRefused());
    }

    @Test
    void moreThanSoManyOfOneAddressAreTurnedAway() throws Exception {
        open(new TcpLimits(9, 1, 9, 1));
        Socket first = connect("127.0.0.1");
        answered(first, 'a');
        turnedAway(connect("127.0.0.1"));
        answered(connect("127.0.0.2"), 'b');
        first.close();
        receiveUntilEnded(1);
        answered(connect("127.0.0.1"), 'c');
    }

    @Test
    void oneStrangerMoreEndsTheOldestStranger() throws Exception {
        open(new TcpLimits(9, 9, 1, 1));
        Socket kept = connect("127.0.0.1");
        answered(kept, 'k');
        Socket stranger = connect("127.0.0.1");
        answered(stranger, 'a');
        Socket next = connect("127.0.0.1");
        answered(next, 'b');
        turnedAway(stranger);
        answered(kept, 'k');
        answered(next, 'b');
    }

    @Test
    void aStrangerHasItsTimeAndOneThatIsKeptStays() throws Exception {
        open(new TcpLimits(9, 9, 9, 10));
        Socket kept = connect("127.0.0.1");
        answered(kept, 'k');
        Socket stranger = connect("127.0.0.1");
        answered(stranger, 'a');
        port.tick(9);
        answered(stranger, 'a');
        port.tick(10);
        turnedAway(stranger);
        answered(kept, 'k');
        assertEquals(1, ended.size());
    }

    private void open(TcpLimits limits) throws IOException {
        port = MediaPort.open(0, limits);
    }

    private Socket connect(String from) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port.port(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    /** What comes is sent back, and who says "k" is kept. */
    private void answered(Socket socket, char letter) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(new byte[] {0, 2, (byte) letter, '!'});
        List<Flow> answered = new ArrayList<>();
        while (answered.isEmpty()) {
            receive(answered);
        }
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertEquals(2, in.readUnsignedShort());
        assertEquals(letter, in.readUnsignedByte());
        assertEquals('!', in.readUnsignedByte());
    }

    private void turnedAway(Socket socket) throws IOException {
        receive(new ArrayList<>());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThrows(EOFException.class, in::readByte);
    }

    private void receiveUntilEnded(int count) throws IOException {
        while (ended.size() < count) {
            receive(new ArrayList<>());
        }
    }

    private void receive(List<Flow> answered) throws IOException {
        port.await(100);
        port.receive(
                new DatagramSink() {
                    @Override
                    public void received(byte[] bytes, int length, Flow source) {
                        if (bytes[0] == 'k') {
                            source.kept();
                        }
                        source.send(bytes, 0, length);
                        answered.add(source);
                    }

                    @Override
                    public void ended(Flow flow) {
                        ended.add(flow);
                    }
                },
                0);
    }
}
