package app.tutti.account.signin.boundary;

import app.tutti.account.signin.entity.ProofKey;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Form;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What Jakarta Security's OpenID mechanism lacks at its requests: bounds of time, and PKCE. It makes clients without
 * settings, which load this as a service (Jakarta RESTful Web Services 3.1 §5.1); there are no other clients here.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public class ProviderClient implements Feature {
    private static final int MILLIS = 5_000;

    /** The mechanism asks on the thread that asks it, and passes nothing on. */
    private static final ThreadLocal<ProofKey> KEY = new ThreadLocal<>();

    @Override
    public boolean configure(FeatureContext client) {
        // Jersey's names: the interfaces have these only at a builder, which the mechanism does not let us have.
        client.property("jersey.config.client.connectTimeout", MILLIS);
        client.property("jersey.config.client.readTimeout", MILLIS);
        client.register((ClientRequestFilter) ProviderClient::prove, ClientRequestFilter.class);
        return true;
    }

    /** Token requests meanwhile come with this key. */
    static <T> T proving(ProofKey key, Callable<T> question) throws Exception {
        KEY.set(key);
        try {
            return question.call();
        } finally {
            KEY.remove();
        }
    }

    /** RFC 7636 §4.5. */
    private static void prove(ClientRequestContext request) {
        ProofKey key = KEY.get();
        if (key != null
                && request.getEntity() instanceof Form form
                && List.of("authorization_code").equals(form.asMap().get("grant_type"))) {
            form.param("code_verifier", key.verifier());
        }
    }
}
