package app.tutti.sfu.ice;

import java.util.List;

/**
 * A full agent's side of an ICE session, for a description.
 *
 * @param candidates the most preferred first
 */
public record LocalIce(IceCredentials credentials, List<IceCandidate> candidates) {
    public LocalIce {
        candidates = List.copyOf(candidates);
    }
}
