package app.tutti.room;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps from a socket's upgrade what its room needs later: the address the browser knows us by. */
public class Handshake extends ServerEndpointConfig.Configurator {
    private static final String ORIGIN = "origin";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        List<String> origin = request.getHeaders().get("Origin");
        config.getUserProperties().put(ORIGIN, origin.getFirst());
    }

    /** How others get where this socket's browser is. */
    public static Invitation invitation(Session session) {
        return Invitation.from(ConfigProvider.getConfig().getOptionalValue("TUTTI_URL", String.class), (String)
                session.getUserProperties().get(ORIGIN));
    }
}
