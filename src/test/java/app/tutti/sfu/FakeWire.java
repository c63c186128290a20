package app.tutti.sfu;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a fake peer's datagrams go by. */
interface FakeWire extends AutoCloseable {
    void send(byte[] bytes, int offset, int length) throws IOException;

    @Override
    void close();

    /** Waits until the other side has ended it. */
    void awaitEnd() throws Exception;

    /** Opens one to a relay. */
    interface Kind {
        FakeWire open(InetSocketAddress relay, Consumer<byte[]> heard) throws IOException;
    }

    static FakeWire udp(InetSocketAddress relay, Consumer<byte[]> heard) throws IOException {
        return new Udp(relay, heard);
    }

    static FakeWire tcp(InetSocketAddress relay, Consumer<byte[]> heard) throws IOException {
        return new Tcp(relay, heard);
    }

    final class Udp implements FakeWire {
        private final InetSocketAddress relay;
        private final DatagramSocket socket;

        Udp(InetSocketAddress relay, Consumer<byte[]> heard) throws IOException {
            this.relay = relay;
            socket = new DatagramSocket(0, relay.getAddress());
            Thread.ofVirtual().start(() -> listen(heard));
        }

        @Override
        public void send(byte[] bytes, int offset, int length) throws IOException {
            socket.send(new DatagramPacket(bytes, offset, length, relay));
        }

        @Override
        public void close() {
            socket.close();
        }

        @Override
        public void awaitEnd() {
            throw new UnsupportedOperationException("UDP has no end");
        }

        private void listen(Consumer<byte[]> heard) {
            byte[] bytes = new byte[2048];
            while (!socket.isClosed()) {
                try {
                    DatagramPacket datagram = new DatagramPacket(bytes, bytes.length);
                    socket.receive(datagram);
                    heard.accept(Arrays.copyOf(bytes, datagram.getLength()));
                } catch (IOException e) {
                    return;
                }
            }
        }
    }

    /** RFC 4571 frames. */
    final class Tcp implements FakeWire {
        private final Socket socket;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Tcp(InetSocketAddress relay, Consumer<byte[]> heard) throws IOException {
            socket = new Socket(relay.getAddress(), relay.getPort());
            socket.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> listen(heard));
        }

        @Override
        public synchronized void send(byte[] bytes, int offset, int length) throws IOException {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void awaitEnd() throws Exception {
            ended.get(10, TimeUnit.SECONDS);
        }

        private void listen(Consumer<byte[]> heard) {
            try {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (true) {
                    byte[] bytes = new byte[in.readUnsignedShort()];
                    in.readFully(bytes);
                    heard.accept(bytes);
                }
            } catch (IOException e) {
                ended.complete(null);
            }
        }
    }
}
