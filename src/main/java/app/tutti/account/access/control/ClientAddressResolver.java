package app.tutti.account.access.control;

import app.tutti.account.access.entity.Source;
import app.tutti.web.entity.ForwardedFor;
import app.tutti.web.entity.IpAddress;
import app.tutti.web.entity.Networks;
import app.tutti.web.entity.ProxyTrace;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells where requests come from; the one place that reads forwarded headers. */
@ApplicationScoped
public class ClientAddressResolver {
    @Inject
    @ConfigProperty(name = "TUTTI_TRUSTED_PROXIES")
    Optional<String> trustedProxies;

    @Inject
    OwnMachine machine;

    private Networks proxies;

    @PostConstruct
    void read() {
        proxies = Networks.of(trustedProxies.orElse(""));
    }

    public Source of(HttpServletRequest request) {
        IpAddress peer =
                IpAddress.of(request.getRemoteAddr()).orElseGet(() -> new IpAddress(InetAddress.getLoopbackAddress()));
        boolean forwarded = ProxyTrace.isOn(request.getProtocol(), Collections.list(request.getHeaderNames()));
        boolean trusted = proxies.contain(peer);
        return new Source(
                peer,
                client(request, peer, forwarded, trusted),
                forwarded,
                trusted,
                Source.hostOf(request.getHeader("Host")),
                machine.isKnown(request));
    }

    private Optional<IpAddress> client(HttpServletRequest request, IpAddress peer, boolean forwarded, boolean trusted) {
        if (trusted) {
            return ForwardedFor.client(values(request, "Forwarded"), values(request, "X-Forwarded-For"), proxies);
        }
        return forwarded ? Optional.empty() : Optional.of(peer);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
