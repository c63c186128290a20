package app.tutti.account.access.entity;

import app.tutti.web.entity.IpAddress;
import java.util.Set;

/**
 * The server in its network.
 *
 * @param names names and addresses it is called by
 * @param addresses whose requests say nothing of where somebody is: its own, which a proxy or tunnel on it has, and that
 *     of the router, which many of those have who come from outside
 */
public record Home(Set<String> names, Set<IpAddress> addresses) {
    boolean isCalled(String host) {
        return names.contains(host);
    }

    boolean isOurs(IpAddress address) {
        return address.isLoopback() || addresses.contains(address);
    }
}
