package app.tutti.room;

import app.tutti.account.access.entity.AuthenticatedSession;
import app.tutti.account.people.entity.Identity;
import app.tutti.web.entity.PublicAddress;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps from a socket's upgrade what its room needs later: the address the browser knows us by, and its own. */
public class Handshake extends ServerEndpointConfig.Configurator {
    private static final String ORIGIN = "origin";
    private static final String OURS = "ours";
    private static final String ADDRESS = "address";
    private static final String IDENTITY = "identity";
    private static final String CLAIM = "claim";

    /** Whose upgrade this thread is at: Jakarta WebSocket does not tell, but the filter in front of it knows. */
    private static final ThreadLocal<Upgrade> UPGRADING = new ThreadLocal<>();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(ORIGIN, UPGRADING.get().origin());
        config.getUserProperties().put(OURS, UPGRADING.get().ours());
        config.getUserProperties().put(ADDRESS, UPGRADING.get().address());
        config.getUserProperties().put(IDENTITY, UPGRADING.get().identity());
        config.getUserProperties().put(CLAIM, UPGRADING.get().claim());
    }

    static void from(Upgrade upgrade) {
        UPGRADING.set(upgrade);
    }

    static void over() {
        UPGRADING.remove();
    }

    /** The IP address of this socket's other end. */
    public static String address(Session session) {
        return (String) session.getUserProperties().get(ADDRESS);
    }

    /** Whose page opened this socket, as its browser says. */
    public static String origin(Session session) {
        return (String) session.getUserProperties().get(ORIGIN);
    }

    /** Who opened this socket. */
    public static Identity identity(Session session) {
        return (Identity) session.getUserProperties().get(IDENTITY);
    }

    /** In whose name it is open: when they are signed out, it is closed. */
    @SuppressWarnings("unchecked")
    public static Optional<AuthenticatedSession> claim(Session session) {
        return (Optional<AuthenticatedSession>) session.getUserProperties().get(CLAIM);
    }

    /** How others get to the server that this socket's browser asked. */
    public static PublicAddress invitation(Session session) {
        Config config = ConfigProvider.getConfig();
        return PublicAddress.from(
                config.getOptionalValue("TUTTI_URL", String.class),
                config.getOptionalValue("TUTTI_BIND", String.class),
                (String) session.getUserProperties().get(OURS));
    }

    /**
     * @param address the other end's
     * @param origin of the page
     * @param ours the address that the browser knows us by
     */
    record Upgrade(
            String address, String origin, String ours, Identity identity, Optional<AuthenticatedSession> claim) {}
}
