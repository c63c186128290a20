package app.tutti.catalog.boundary;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The connection under a request: the kernel can send files to it (sendfile), and it knows when the client has hung up.
 *
 * @param encrypted whether every byte has to go through Java
 */
record ClientConnection(Object connection, boolean encrypted) {
    /** As nginx has it. */
    private static final int PATIENCE_SECONDS = 60;

    private static final int ORDERED = 1024;

    private static final String REQUEST = ClientConnection.class.getName();

    /** In a filter, which sees the server's own request; what is injected elsewhere is made around it. */
    static void remember(ServletRequest request) {
        request.setAttribute(REQUEST, request);
    }

    /** Empty with HTTP/2, where many requests share one, each in frames; also when it begins with this request. */
    static Optional<ClientConnection> of(HttpServletRequest request) {
        if (!request.getProtocol().equals("HTTP/1.1") || request.getHeader("HTTP2-Settings") != null) {
            return Optional.empty();
        }
        boolean encrypted = request.getAttribute("jakarta.servlet.request.cipher_suite") != null;
        return Optional.ofNullable((ServletRequest) request.getAttribute(REQUEST))
                .flatMap(Grizzly::connectionUnder)
                .map(connection -> new ClientConnection(connection, encrypted));
    }

    boolean takesFiles() {
        return !encrypted;
    }

    /**
     * Calls {@code then} when the client has hung up, on a thread that must not wait. The request has to be suspended.
     *
     * @return to be called when that does not matter any more: a connection is kept for other requests
     */
    Runnable whenClosed(Runnable then) {
        Object listener = Grizzly.whenClosed(connection, then);
        return () -> Grizzly.forget(connection, listener);
    }

    /**
     * Sends a part of a file behind what has been written and flushed; returns when the kernel has it.
     *
     * @throws IOException when the client has hung up or reads nothing, when the file has become shorter, or when whoever
     *     sends is interrupted; the connection is of no use then
     */
    void send(Path file, long first, long length) throws IOException {
        try (FileChannel from = FileChannel.open(file)) {
            // Grizzly's queue keeps the order, and is empty when this is out; the rest needs no other thread.
            long ordered = Math.min(ORDERED, length);
            Grizzly.send(connection, file.toFile(), first, ordered).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            transfer(from, first + ordered, first + length, Grizzly.channel(connection));
        } catch (InterruptedException stopped) {
            Grizzly.terminate(connection);
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } catch (IOException | TimeoutException | ExecutionException failed) {
            Grizzly.terminate(connection);
            throw new IOException(failed);
        }
    }

    private static void transfer(FileChannel from, long first, long end, SocketChannel to) throws IOException {
        try (Selector room = Selector.open()) {
            to.register(room, SelectionKey.OP_WRITE);
            for (long at = first; at < end; ) {
                long sent = from.transferTo(at, end - at, to);
                at += sent;
                if (sent == 0) {
                    await(room, from, end);
                }
            }
        }
    }

    private static void await(Selector room, FileChannel from, long end) throws IOException {
        if (from.size() < end) {
            throw new IOException("the file became shorter while it was sent");
        }
        if (room.select(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)) == 0) {
            throw new IOException("interrupted, or nothing was read for a while");
        }
        room.selectedKeys().clear();
    }
}
