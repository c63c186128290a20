package app.tutti.party.boundary;

import app.tutti.party.control.PartySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Where parties are off, nothing of them is there, for nobody: before anybody is asked to sign in for it. What says that
 * they are off is.
 */
@Provider
@PreMatching
@ApplicationScoped
public class PartiesOff implements ContainerRequestFilter {
    private static final Pattern OF_A_PARTY = Pattern.compile("/?(party|party-debug|api/party)(/.*)?");
    private static final Pattern STATUS = Pattern.compile("/?api/party/status");

    @Inject
    PartySettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!settings.enabled()
                && OF_A_PARTY.matcher(path).matches()
                && !STATUS.matcher(path).matches()) {
            throw new NotFoundException();
        }
    }
}
