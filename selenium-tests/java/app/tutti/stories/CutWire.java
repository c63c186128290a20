package app.tutti.stories;

import app.tutti.MachineKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The way by TCP to a server, which can be cut: then nothing comes through and nobody is told, as without Wi-Fi. Or broken:
 * then every connection ends at once, as when the server is not running.
 */
final class CutWire implements AutoCloseable {
    private final int serverPort;
    private final ServerSocket front;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean broken;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;

    CutWire(int serverPort) {
        this.serverPort = serverPort;
        try {
            front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        MachineKey.leadsTo(port(), serverPort);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    void cut(boolean isCut) {
        cut = isCut;
    }

    void broken(boolean isBroken) {
        broken = isBroken;
        if (isBroken) {
            sockets.forEach(CutWire::close);
        }
    }

    /** Of each connection, towards the browser and back. */
    void slow(int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void close() {
        close(front);
        sockets.forEach(CutWire::close);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                if (broken) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** What is sent while the wire is cut is lost for good: such a connection is dead and does not know it. */
    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        boolean dead = false;
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                dead |= cut;
                if (!dead) {
                    out.write(bytes, 0, count);
                    out.flush();
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(count) / bytesPerSecond);
                }
            }
        } catch (IOException closed) {
            // as on a network
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // it is
        }
    }
}
