package app.tutti.sfu.ice;

import org.ice4j.TransportAddress;
import org.ice4j.ice.HostCandidate;
import org.ice4j.ice.harvest.TurnCandidateHarvest;
import org.ice4j.ice.harvest.TurnCandidateHarvester;
import org.ice4j.message.Response;
import org.ice4j.security.LongTermCredential;

/** Asks a TURN server for an address, and says so at once when there is one. */
final class TurnHarvester extends TurnCandidateHarvester {
    private final Runnable found;

    TurnHarvester(TransportAddress server, TurnPass pass, Runnable found) {
        super(server, new LongTermCredential(pass.username(), pass.password()));
        this.found = found;
    }

    @Override
    protected TurnCandidateHarvest createHarvest(HostCandidate hostCandidate) {
        return new Harvest(hostCandidate);
    }

    private final class Harvest extends TurnCandidateHarvest {
        Harvest(HostCandidate hostCandidate) {
            super(TurnHarvester.this, hostCandidate);
        }

        @Override
        protected void createCandidates(Response response) {
            super.createCandidates(response);
            found.run();
        }

        /** ice4j would ask for more time when it is over; RFC 8656 §7 wants a refresh well before. */
        @Override
        protected void setSendKeepAliveMessageInterval(long millis) {
            super.setSendKeepAliveMessageInterval(millis > 1 ? millis / 2 : millis);
        }
    }
}
