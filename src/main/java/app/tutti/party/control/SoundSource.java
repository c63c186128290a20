package app.tutti.party.control;

import app.tutti.sfu.Producer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a party sounds of: the program that sends, or else its host's page. Confined to its party's lock. */
final class SoundSource {
    private Producer page;
    private HttpPublisher program;

    boolean isProgram() {
        return program != null;
    }

    /** What the page sends from here on. */
    void page(Producer next) {
        page = next;
        if (program != null) {
            next.pause();
        }
    }

    /** True when there is a program and it does not send any more. */
    boolean hasFallenSilent(long nowNanos) {
        return program != null && !program.sends(nowNanos);
    }

    /** Another program among these that sends. */
    Optional<HttpPublisher> another(Collection<HttpPeer> peers, long nowNanos) {
        return programs(peers)
                .filter(each -> each != program && each.sends(nowNanos))
                .findFirst();
    }

    /** A program is heard from here on. Returns those among these whose turn is over: all the others that have sent. */
    List<HttpPublisher> takeOver(HttpPublisher next, Collection<HttpPeer> peers) {
        program = next;
        if (page != null) {
            page.pause();
        }
        hear();
        return programs(peers).filter(each -> each != next && each.hasSent()).toList();
    }

    private static Stream<HttpPublisher> programs(Collection<HttpPeer> peers) {
        return peers.stream().filter(HttpPublisher.class::isInstance).map(HttpPublisher.class::cast);
    }

    /** The page is heard from here on, if it is there. */
    void giveBack() {
        program = null;
        hear();
    }

    /** A program has left. False when it was not the one that is heard. */
    boolean left(HttpPublisher gone) {
        if (program == gone) {
            return true;
        }
        // It may have sent a little since anybody looked, and then it is what the relay passes on.
        hear();
        return false;
    }

    private void hear() {
        if (program != null) {
            program.hear();
        } else if (page != null) {
            page.resume();
        }
    }
}
