package app.tutti.room;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/** Stands between the network and the server's own WebSockets, which would take frames without a mask, too. */
public class MaskedUpgrade implements HttpUpgradeHandler {
    private HttpUpgradeHandler webSocket;

    /** @return what is made of the connection, behind this */
    <T extends HttpUpgradeHandler> T around(Class<T> type) throws ServletException {
        try {
            T made = type.getDeclaredConstructor().newInstance();
            webSocket = made;
            return made;
        } catch (ReflectiveOperationException notMade) {
            throw new ServletException(notMade);
        }
    }

    @Override
    public void init(WebConnection connection) {
        webSocket.init(new Masked(connection));
    }

    @Override
    public void destroy() {
        webSocket.destroy();
    }

    private static final class Masked implements WebConnection {
        private final WebConnection connection;
        private ServletInputStream frames;

        Masked(WebConnection connection) {
            this.connection = connection;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (frames == null) {
                frames = new MaskedFrames(connection);
            }
            return frames;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }
}
