package app.tutti.account.boundary;

/** The provider does not answer, or not as one. */
class ProviderUnreachable extends RuntimeException {
    ProviderUnreachable(Throwable cause) {
        super(cause);
    }
}
