package app.tutti.platform.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.SettingRefused;
import app.tutti.platform.config.Settings;
import app.tutti.platform.unavailable.Unavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingServerTest {
    @TempDir
    Path folder;

    private Settings settings;
    private int port;

    @BeforeEach
    void aPortIsChosen() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        System.setProperty(Setting.TUTTI_DATA_DIR.name(), folder.toString());
        System.setProperty(Setting.TUTTI_PORT.name(), String.valueOf(port));
        System.setProperty(Setting.TUTTI_BIND.name(), "127.0.0.1");
        settings = Settings.read();
    }

    @AfterEach
    void nothingStaysSet() {
        System.clearProperty(Setting.TUTTI_DATA_DIR.name());
        System.clearProperty(Setting.TUTTI_PORT.name());
        System.clearProperty(Setting.TUTTI_BIND.name());
    }

    @Test
    void socketsFormsAndPagesAreAllToldToComeAgain() throws IOException {
        try (StartingServer starting = StartingServer.open(settings, Unavailable.STARTING)) {
            assertUnavailable("GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");
            assertUnavailable(
                    "GET /api/party/socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertUnavailable("POST /api/party/7/whip HTTP/1.1\r\nHost: a\r\nContent-Type: application/sdp\r\n"
                    + "Content-Length: 5\r\n\r\nv=0\r\n");
            assertUnavailable("HEAD /releases HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");
        }
    }

    @Test
    void thePortIsFreeForTheNextAtOnce() throws IOException {
        StartingServer starting = StartingServer.open(settings, Unavailable.STARTING);
        try (Socket sendsNothing = new Socket("127.0.0.1", port)) {
            assertUnavailable("GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");
            starting.close();
            try (ServerSocket next = new ServerSocket()) {
                next.setReuseAddress(true);
                next.bind(new InetSocketAddress("127.0.0.1", port));
                assertTrue(sendsNothing.isConnected());
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (StartingServer first = StartingServer.open(settings, Unavailable.STARTING)) {
            SettingRefused refused =
                    assertThrows(SettingRefused.class, () -> StartingServer.open(settings, Unavailable.STARTING));
            assertTrue(refused.getMessage().startsWith("TUTTI_PORT is " + port), refused.getMessage());
        }
    }

    private void assertUnavailable(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    "HTTP/1.1 503 Service Unavailable",
                    answer.lines().findFirst().orElse(""),
                    request);
            assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("\r\nretry-after: 2\r\n"), answer);
        }
    }
}
