package app.tutti.account.signin.boundary;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * One exchange with the OpenID mechanism, which takes it for the container's. What it finds out stays here: the
 * container's session would outlive sign-out everywhere.
 */
public final class ProviderExchange extends HttpMessageContextWrapper {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private CredentialValidationResult result = CredentialValidationResult.NOT_VALIDATED_RESULT;

    ProviderExchange(HttpServletRequest request, HttpServletResponse response) {
        super(null);
        this.request = request;
        this.response = response;
    }

    boolean succeeded() {
        return result.getStatus() == CredentialValidationResult.Status.VALID;
    }

    @Override
    public HttpServletRequest getRequest() {
        return request;
    }

    @Override
    public HttpServletResponse getResponse() {
        return response;
    }

    @Override
    public void setRegisterSession(String callerName, Set<String> groups) {
        // never
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult found) {
        result = found;
        return succeeded() ? AuthenticationStatus.SUCCESS : AuthenticationStatus.SEND_FAILURE;
    }

    @Override
    public AuthenticationStatus doNothing() {
        return AuthenticationStatus.NOT_DONE;
    }

    @Override
    public HttpMessageContext withRequest(HttpServletRequest other) {
        return this;
    }
}
