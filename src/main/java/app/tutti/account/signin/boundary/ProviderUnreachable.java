package app.tutti.account.signin.boundary;

/** The provider does not answer, or not as one. */
public class ProviderUnreachable extends RuntimeException {
    ProviderUnreachable(Throwable cause) {
        super(cause);
    }
}
