package app.tutti.party.entity;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** What a party has heard. Confined to the lock of whoever holds it. */
public final class Played {
    /** A party of sixty hours; a host who skips without end fills no disk. */
    static final int MOST_WRITTEN = 1000;

    static final int MOST_TOLD = 100;

    /** Characters. All that are told fit into one message, whatever a host calls its tracks. */
    private static final int MOST_OF_A_NAME = 200;

    private final ArrayDeque<PartyEvent.Heard> last = new ArrayDeque<>();
    private final Queue<Moment> unwritten = new ArrayDeque<>();
    private String lastId = "";
    private int written;

    /** @param before a restart of the server: written down already */
    public Played(List<PartyEvent.Heard> before) {
        before.stream()
                .skip(Math.max(0, before.size() - MOST_TOLD))
                .map(heard -> heard(heard.title(), heard.artist()))
                .forEach(last::add);
        written = before.size();
    }

    /** A track, from a moment on. */
    public record Moment(OffsetDateTime at, PartyTrack track) {}

    /** Again after a pause, or told by a host who is back, it is still the same one; after a restart, too. */
    public void heard(PartyTrack track, OffsetDateTime at) {
        PartyEvent.Heard next = heard(track.title(), track.artist());
        boolean wentOn = lastId.isEmpty() && next.equals(last.peekLast());
        if (track.id().equals(lastId) || wentOn) {
            lastId = track.id();
            return;
        }
        lastId = track.id();
        last.add(next);
        if (last.size() > MOST_TOLD) {
            last.remove();
        }
        if (written < MOST_WRITTEN) {
            written++;
            unwritten.add(new Moment(at, track));
        }
    }

    /** The next to write down, once. */
    public Optional<Moment> toWrite() {
        return Optional.ofNullable(unwritten.poll());
    }

    /** In the order in which they were heard. */
    public List<PartyEvent.Heard> last() {
        return List.copyOf(last);
    }

    private static PartyEvent.Heard heard(String title, String artist) {
        return new PartyEvent.Heard(cut(title), cut(artist));
    }

    private static String cut(String name) {
        if (name.length() <= MOST_OF_A_NAME) {
            return name;
        }
        // Half of a character would be no text.
        boolean splits = Character.isHighSurrogate(name.charAt(MOST_OF_A_NAME - 2));
        return name.substring(0, MOST_OF_A_NAME - (splits ? 2 : 1)) + "…";
    }
}
