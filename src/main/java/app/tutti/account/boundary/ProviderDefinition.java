package app.tutti.account.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdProviderMetadata;

/**
 * Tells Jakarta Security's OpenID mechanism of our provider. The annotation at a bean would make it the application's
 * only mechanism; given this way it is there for {@link Provider} to ask. See
 * docs/decisions/022-openid-beside-our-own-mechanism.md.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ProviderDefinition {
    static final String CALLBACK = "/sign-in/oidc/callback";

    @Produces
    @Dependent
    OpenIdAuthenticationMechanismDefinition definition() {
        return Ours.class.getAnnotation(OpenIdAuthenticationMechanismDefinition.class);
    }

    /** No bean, so that nobody but us reads it. */
    @OpenIdAuthenticationMechanismDefinition(
            providerURI = "${provider.issuer}",
            // OpenID Connect Discovery 1.0 §4.3: what the document says of itself is not believed.
            providerMetadata = @OpenIdProviderMetadata(issuer = "${provider.issuer}"),
            clientId = "${provider.clientId}",
            clientSecret = "${provider.clientSecret}",
            redirectURI = "${baseURL}" + CALLBACK,
            scope = {"openid", "profile"},
            jwksConnectTimeout = 5_000,
            jwksReadTimeout = 5_000)
    private interface Ours {}
}
