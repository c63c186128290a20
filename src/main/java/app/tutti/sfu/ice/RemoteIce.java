package app.tutti.sfu.ice;

import java.util.List;
import java.util.Optional;

/**
 * The peer's side of an ICE session as its description tells it. The lite side needs no more than the fragment.
 *
 * @param password missing in a description that no full agent could work with
 * @param candidates values of {@code a=candidate}, as yet unread
 */
public record RemoteIce(String ufrag, Optional<String> password, List<String> candidates) {
    public RemoteIce {
        candidates = List.copyOf(candidates);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RemoteIce[" + ufrag + "]";
    }
}
