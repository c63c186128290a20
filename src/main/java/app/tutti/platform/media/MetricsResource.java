package app.tutti.platform.media;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.clock.FaultGuard;
import app.tutti.party.control.PartySettings;
import app.tutti.sfu.Sfu;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * What the relay counts, for a Prometheus with an admin's key, and for whoever runs the server. Nobody else is told that
 * it is here.
 */
@Path("relay-metrics")
@Needs(Role.ANONYMOUS)
public class MetricsResource {
    /** Made when it is asked for, which opens its port. */
    @Inject
    Instance<Sfu> sfu;

    @Inject
    PartySettings parties;

    @Inject
    Caller caller;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String metrics() {
        if (!caller.runsThis() || !parties.enabled()) {
            throw new NotFoundException();
        }
        return PrometheusText.of(sfu.get().stats(), FaultGuard.all());
    }
}
