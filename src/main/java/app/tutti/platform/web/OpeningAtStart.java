package app.tutti.platform.web;

import app.tutti.account.access.control.OwnMachine;
import app.tutti.account.signin.control.Accounts;
import app.tutti.platform.config.OpeningPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.logging.Logger;

/** Tells whoever starts the server how they get in; by the log where no launcher of ours waits for it. */
@ApplicationScoped
class OpeningAtStart {
    private static final Logger LOG = Logger.getLogger(OpeningAtStart.class.getName());

    @Inject
    Accounts accounts;

    @Inject
    OwnMachine machine;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        if (!machine.isHere() || !accounts.areNotNeededHere()) {
            return;
        }
        if (OpeningPath.isAwaited()) {
            OpeningPath.remember(machine.path());
        } else {
            LOG.info(() -> "[account] In a browser on this machine, open " + machine.path());
        }
    }
}
