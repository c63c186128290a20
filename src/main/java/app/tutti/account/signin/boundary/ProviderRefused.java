package app.tutti.account.signin.boundary;

/** The provider's word does not hold: a wrong or replayed code, a token that is not for us, or not any more. */
public class ProviderRefused extends RuntimeException {
    ProviderRefused(String why) {
        super(why);
    }

    ProviderRefused(Throwable cause) {
        super(cause);
    }
}
