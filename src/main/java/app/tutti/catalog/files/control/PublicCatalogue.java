package app.tutti.catalog.files.control;

import app.tutti.account.access.control.HostTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this server shows what home servers have, and what of that it takes from them (docs/decisions/029). */
@ApplicationScoped
public class PublicCatalogue {
    private boolean taken;

    protected PublicCatalogue() {}

    @Inject
    public PublicCatalogue(@ConfigProperty(name = "TUTTI_PARTY_ROLE") String role, HostTickets tickets) {
        // Not at home, which has the same key: nobody is to write there.
        taken = role.equals("listener") && tickets.areKnown();
    }

    public boolean isTaken() {
        return taken;
    }
}
