package app.tutti.room;

import app.tutti.account.entity.Identity;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps from a socket's upgrade what its room needs later: the address the browser knows us by, and its own. */
public class Handshake extends ServerEndpointConfig.Configurator {
    private static final String ORIGIN = "origin";
    private static final String ADDRESS = "address";
    private static final String IDENTITY = "identity";

    /** Whose upgrade this thread is at: Jakarta WebSocket does not tell, but the filter in front of it knows. */
    private static final ThreadLocal<Upgrade> UPGRADING = new ThreadLocal<>();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        List<String> origin = request.getHeaders().get("Origin");
        config.getUserProperties().put(ORIGIN, origin.getFirst());
        config.getUserProperties().put(ADDRESS, UPGRADING.get().address());
        config.getUserProperties().put(IDENTITY, UPGRADING.get().identity());
    }

    static void from(String address, Identity identity) {
        UPGRADING.set(new Upgrade(address, identity));
    }

    static void over() {
        UPGRADING.remove();
    }

    /** The IP address of this socket's other end. */
    public static String address(Session session) {
        return (String) session.getUserProperties().get(ADDRESS);
    }

    /** Who opened this socket. */
    public static Identity identity(Session session) {
        return (Identity) session.getUserProperties().get(IDENTITY);
    }

    /** How others get where this socket's browser is. */
    public static Invitation invitation(Session session) {
        return Invitation.from(ConfigProvider.getConfig().getOptionalValue("TUTTI_URL", String.class), (String)
                session.getUserProperties().get(ORIGIN));
    }

    private record Upgrade(String address, Identity identity) {}
}
