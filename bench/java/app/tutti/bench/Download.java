package app.tutti.bench;

import app.tutti.MachineKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kept connection that asks for bytes and throws them away, with as little work as that takes. */
final class Download implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final URI uri;
    /** That of whoever runs the server; none where it is not Tutti. */
    private final String cookie;

    private SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);

    Download(URI uri) throws IOException {
        this.uri = uri;
        cookie = MachineKey.of(uri)
                .map(key -> "Cookie: %s\r\n".formatted(key.cookie()))
                .orElse("");
        connect();
    }

    private void connect() throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    /** All of it; gives back how many bytes that were. */
    long whole() throws IOException {
        return ask("", "200");
    }

    long part(long first, long length) throws IOException {
        return ask("Range: bytes=%d-%d\r\n".formatted(first, first + length - 1), "206");
    }

    private long ask(String header, String status) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\n%s%s\r\n"
                .formatted(uri.getRawPath(), uri.getAuthority(), cookie, header);
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        buffer.clear();
        int end = -1;
        while (end < 0) {
            read();
            end = endOfHead();
        }
        String head = StandardCharsets.US_ASCII.decode(buffer.slice(0, end)).toString();
        Matcher length = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 " + status) || !length.find()) {
            throw new IOException(head);
        }
        long wanted = Long.parseLong(length.group(1));
        long left = wanted - (buffer.position() - end);
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            left -= read();
        }
        // Each server ends a connection after so many requests.
        if (head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close")) {
            channel.close();
            connect();
        }
        return wanted;
    }

    private int endOfHead() {
        for (int at = 0; at + END.length <= buffer.position(); at++) {
            if (buffer.get(at + 3) == '\n' && buffer.slice(at, END.length).equals(ByteBuffer.wrap(END))) {
                return at + END.length;
            }
        }
        return -1;
    }

    private int read() throws IOException {
        int read = channel.read(buffer);
        if (read < 0) {
            throw new IOException("hung up by " + uri);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
