package app.tutti.sfu.ice;

import java.util.List;
import java.util.function.Supplier;

/**
 * How to be a full ICE agent (RFC 8445) where nobody can reach our port.
 *
 * @param servers that tell our public address or relay for us
 * @param pass makes a pass for those that relay; asked once for each agent, by any thread
 */
public record FullIce(List<IceServer> servers, Supplier<TurnPass> pass) {
    public FullIce {
        servers = List.copyOf(servers);
    }

    boolean relayed() {
        return servers.stream().anyMatch(IceServer::relays);
    }
}
