package app.tutti.party.control;

import app.tutti.party.entity.PartyEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people say and show at a party. Confined to its party's lock. */
final class Talk {
    /** For who comes later. */
    private static final int REMEMBERED = 50;

    private final Deque<PartyEvent.Chat> recent = new ArrayDeque<>();
    private final Map<String, Integer> reactions = new TreeMap<>();
    /** Of messages, and still growing after a restart of the server: pages know them by it. */
    private long said = System.currentTimeMillis();

    PartyEvent.Chat say(String name, boolean host, String text, double at) {
        PartyEvent.Chat chat = new PartyEvent.Chat(++said, name, host, text, at);
        recent.add(chat);
        if (recent.size() > REMEMBERED) {
            recent.remove();
        }
        return chat;
    }

    List<PartyEvent.Chat> recent() {
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
