package app.tutti.account.signin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdProviderMetadata;

/**
 * Tells Jakarta Security's OpenID mechanism of our provider. The mechanism would be the application's, were it not for
 * {@link SessionMechanism}, an alternative to it; so it is only there for {@link Provider} to ask. See
 * docs/decisions/022-openid-beside-our-own-mechanism.md.
 */
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${provider.issuer}",
        // OpenID Connect Discovery 1.0 §4.3: what the document says of itself is not believed.
        providerMetadata = @OpenIdProviderMetadata(issuer = "${provider.issuer}"),
        clientId = "${provider.clientId}",
        clientSecret = "${provider.clientSecret}",
        redirectURI = "${baseURL}" + ProviderDefinition.CALLBACK,
        scope = {"openid", "profile"},
        jwksConnectTimeout = 5_000,
        jwksReadTimeout = 5_000)
@ApplicationScoped
public class ProviderDefinition {
    static final String CALLBACK = "/sign-in/oidc/callback";
}
