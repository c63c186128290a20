package app.tutti.account.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.glassfish.soteria.mechanisms.openid.OpenIdCredential;
import org.glassfish.soteria.mechanisms.openid.OpenIdIdentityStore;

/** Lets Jakarta Security's own store check what the OpenID provider says. */
@ApplicationScoped
public class ProviderStore implements IdentityStore {
    @Inject
    OpenIdIdentityStore tokens;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof OpenIdCredential told
                ? tokens.validate(told)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
