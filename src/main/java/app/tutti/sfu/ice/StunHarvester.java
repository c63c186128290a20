package app.tutti.sfu.ice;

import org.ice4j.TransportAddress;
import org.ice4j.ice.HostCandidate;
import org.ice4j.ice.harvest.StunCandidateHarvest;
import org.ice4j.ice.harvest.StunCandidateHarvester;
import org.ice4j.message.Response;

/** Asks a STUN server for our public address, and says so at once when it is known. */
final class StunHarvester extends StunCandidateHarvester {
    private final Runnable found;

    StunHarvester(TransportAddress server, Runnable found) {
        super(server);
        this.found = found;
    }

    @Override
    protected StunCandidateHarvest createHarvest(HostCandidate hostCandidate) {
        return new Harvest(hostCandidate);
    }

    private final class Harvest extends StunCandidateHarvest {
        Harvest(HostCandidate hostCandidate) {
            super(StunHarvester.this, hostCandidate);
        }

        @Override
        protected void createCandidates(Response response) {
            super.createCandidates(response);
            found.run();
        }
    }
}
