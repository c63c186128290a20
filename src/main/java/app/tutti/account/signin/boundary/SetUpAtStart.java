package app.tutti.account.signin.boundary;

import app.tutti.account.signin.control.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.logging.Logger;

/** Says how to make the first account, as long as there is none. */
@ApplicationScoped
public class SetUpAtStart {
    private static final Logger LOG = Logger.getLogger(SetUpAtStart.class.getName());

    @Inject
    Accounts accounts;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        if (!accounts.areThere()) {
            LOG.info(() -> "[account] Nobody has an account yet. The set-up page asks for this code: "
                    + accounts.newSetUpCode().grouped());
        }
    }
}
