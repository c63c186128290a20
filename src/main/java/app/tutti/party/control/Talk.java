package app.tutti.party.control;

import app.tutti.party.entity.PartyEvent;
import app.tutti.room.Protocol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people say and show at a party. Confined to its party's lock. */
final class Talk {
    /** For who comes later. */
    private static final int REMEMBERED = 50;

    private final Deque<String> recent = new ArrayDeque<>();
    private final Map<String, Integer> reactions = new TreeMap<>();
    /** Of messages, and still growing after a restart of the server: pages know them by it. */
    private long said = System.currentTimeMillis();

    /** @return the message; it is kept only once it is known that it can be sent */
    String say(String name, boolean host, String text, double at) {
        String message = Protocol.encode(new PartyEvent.Chat(said + 1, name, host, text, at), Optional.empty());
        said++;
        recent.add(message);
        if (recent.size() > REMEMBERED) {
            recent.remove();
        }
        return message;
    }

    /** As they were sent. */
    List<String> recent() {
        return List.copyOf(recent);
    }

    void react(String kind) {
        reactions.merge(kind, 1, Integer::sum);
    }

    /** Since it was asked last: thousands who clap are one message. */
    List<PartyEvent.Reaction> reactions() {
        List<PartyEvent.Reaction> shown = new ArrayList<>();
        reactions.forEach((kind, count) -> shown.add(new PartyEvent.Reaction(kind, count)));
        reactions.clear();
        return shown;
    }
}
