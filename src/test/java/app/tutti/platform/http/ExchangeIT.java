package app.tutti.platform.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that no browser is, byte for byte, each from an address of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class ExchangeIT {
    private static final Pattern TOKEN = Pattern.compile("Set-Cookie: (csrf=[^;]+)");
    private static final Path LOG = Path.of(System.getProperty("tutti.it.log") + ".0");
    private static final int PATIENCE_MILLIS = 60_000;
    private static int clients = 10;

    @ArquillianResource
    private URL address;

    private final List<Socket> sockets = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(ExchangeIT.class);
    }

    @AfterEach
    void everybodyHangsUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nContent-Length: 6",
                "Content-Length: 0\r\nContent-Length: 5",
                "Host: other.example",
                "Transfer-Encoding: chunked\r\nConnection: Upgrade\r\nUpgrade: h2c",
            })
    void whatCanBeReadInTwoWaysIsRefusedAndNothingAfterItIsRead(String field) throws IOException {
        String answer = new String(
                ask(client(), "POST /set-up HTTP/1.1", field, "0\r\n\r\nGET /set-up HTTP/1.1\r\nHost: x\r\n\r\n")
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.ISO_8859_1);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, answer);
    }

    /** As curl --http2 and Java's own client do it. */
    @ParameterizedTest
    @ValueSource(strings = {"HEAD /nothing", "HEAD /sign-in", "GET /nothing", "GET /set-up"})
    void whoOffersAnotherProtocolGetsAWholeAnswerInThisOne(String asked) throws IOException {
        String offer = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk";
        String answer = new String(
                ask(client(), asked + " HTTP/1.1", offer, "").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        String body = answer.substring(head.length() + 4);
        assertTrue(head.startsWith("HTTP/1.1 "), head);
        assertFalse(head.startsWith("HTTP/1.1 101"), head);
        assertTrue(head.contains("\r\nConnection: close"), head);
        assertTrue(head.contains("\r\nContent-Length: ") || head.contains("\r\nTransfer-Encoding: chunked"), head);
        assertEquals(asked.startsWith("HEAD"), body.isEmpty(), body);
    }

    /** The server takes the length out; what it would have made part of the body is not taken for a request. */
    @Test
    void afterChunksWithALengthNothingIsRead() throws IOException {
        String answer = new String(
                ask(
                                client(),
                                "POST /set-up HTTP/1.1",
                                "Content-Length: 6\r\nTransfer-Encoding: chunked",
                                "0\r\n\r\nGET /set-up HTTP/1.1\r\nHost: x\r\n\r\n")
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.ISO_8859_1);
        assertEquals(1, answer.split("HTTP/1\\.1 \\d", -1).length - 1, answer);
    }

    @Test
    void aBodyOfWhoAsksForHttp2IsReadToItsEnd() throws IOException {
        String ana = client();
        for (String body : List.of("_csrf=wrong", "")) {
            String fields = form(token(ana), body.length()) + "\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c"
                    + "\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA";
            assertEquals("HTTP/1.1 403", status(ask(ana, "POST /set-up HTTP/1.1", fields, body)), body);
        }
    }

    @Test
    void anUpgradeToHttp2IsNotTaken() throws IOException {
        Socket socket = ask(
                client(),
                "GET /set-up HTTP/1.1",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                "");
        assertEquals("HTTP/1.1 200", status(socket));
    }

    @Test
    void theNinthSlowBodyOfOneIsRefusedAndOthersAreNot() throws Exception {
        String ana = client();
        String token = token(ana);
        List<Socket> slow = new ArrayList<>();
        for (int body = 0; body < 9; body++) {
            slow.add(ask(ana, "POST /set-up HTTP/1.1", form(token, 100), "name="));
        }
        PackagedWar.await("one is answered", () -> slow.stream().anyMatch(ExchangeIT::isAnswered));
        List<Socket> answered = slow.stream().filter(ExchangeIT::isAnswered).toList();
        assertEquals(1, answered.size());
        assertEquals("HTTP/1.1 429", status(answered.getFirst()));
        assertEquals("HTTP/1.1 200", status(ask(ana, "GET /set-up HTTP/1.1", "Accept: */*", "")));
        String bia = client();
        String whole = "_csrf=wrong";
        assertEquals(
                "HTTP/1.1 403",
                status(ask(bia, "POST /set-up HTTP/1.1", form(token(bia), whole.length()), whole)),
                "it is read to its end");
    }

    @Test
    void aBodyThatBreaksOffIsOneLineInTheLog() throws Exception {
        String ana = client();
        String token = token(ana);
        long before = Files.size(LOG);
        Socket socket = ask(ana, "POST /set-up HTTP/1.1", form(token, 100), "name=");
        socket.close();
        PackagedWar.await("it is told", () -> told(before).contains("broke off"));
        String told = told(before);
        assertEquals(1, told.lines().filter(line -> line.contains("broke off")).count(), told);
        assertFalse(told.contains("at app.tutti."), told);
    }

    @Test
    void aFrameWithoutAMaskEndsTheSocket() throws IOException {
        Socket socket = ask(
                client(),
                "GET /ws/party HTTP/1.1",
                "Origin: http://" + address.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "");
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) socket.getInputStream().read());
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 101 "), head.toString());
        socket.getOutputStream().write(new byte[] {(byte) 0x81, 2, '{', '}'});
        byte[] end = socket.getInputStream().readAllBytes();
        assertArrayEquals(new byte[] {(byte) 0x88, 2, 0x03, (byte) 0xea}, java.util.Arrays.copyOf(end, 4));
    }

    private static String client() {
        return "127.0.0." + clients++;
    }

    private String token(String client) throws IOException {
        Socket socket = ask(client, "GET /set-up HTTP/1.1", "Connection: close", "");
        Matcher token = TOKEN.matcher(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        assertTrue(token.find());
        return token.group(1);
    }

    private static String form(String cookie, int length) {
        return "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nCookie: %s"
                .formatted(length, cookie);
    }

    private Socket ask(String client, String line, String fields, String body) throws IOException {
        Socket socket = connect(client);
        socket.getOutputStream().write((head(line, fields) + body).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket connect(String client) throws IOException {
        Socket socket = new Socket("127.0.0.1", address.getPort(), InetAddress.getByName(client), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        sockets.add(socket);
        return socket;
    }

    private String head(String line, String fields) {
        return "%s\r\nHost: %s\r\n%s\r\n\r\n".formatted(line, address.getAuthority(), fields);
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String status(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String told(long since) {
        try (RandomAccessFile log = new RandomAccessFile(LOG.toFile(), "r")) {
            log.seek(since);
            byte[] told = new byte[(int) (log.length() - since)];
            log.readFully(told);
            return new String(told, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
