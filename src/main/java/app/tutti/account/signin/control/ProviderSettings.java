package app.tutti.account.signin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenID provider people may sign in with, if one is configured. Its definition and the pages ask by EL. */
@Named("provider")
@ApplicationScoped
public class ProviderSettings {
    @Inject
    @ConfigProperty(name = "TUTTI_OIDC_ISSUER")
    Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "TUTTI_OIDC_CLIENT_ID")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "TUTTI_OIDC_CLIENT_SECRET")
    Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = "TUTTI_OIDC_MEMBERS")
    boolean members;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> publicAddress;

    public boolean isConfigured() {
        return issuer.isPresent() && clientId.isPresent();
    }

    public String getIssuer() {
        return issuer.orElse("");
    }

    /** What the button says. */
    public String getHost() {
        return issuer.map(address -> URI.create(address).getHost()).orElse("");
    }

    public String getClientId() {
        return clientId.orElse("");
    }

    public String getClientSecret() {
        return clientSecret.orElse("");
    }

    /** Whether everybody the provider knows is a member here. */
    public boolean bringsMembers() {
        return members;
    }

    /** The address people use, without a slash at its end; empty where only the request knows. */
    public Optional<String> publicAddress() {
        return publicAddress.map(address -> address.replaceFirst("/+$", ""));
    }
}
