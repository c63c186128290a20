package app.tutti.party.control;

import app.tutti.room.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who listens, with the names they have said. Confined to its party's lock. */
final class Crowd {
    /** More than a host would read. */
    private static final int MOST_NAMES = 200;

    private final Map<Member, String> names = new LinkedHashMap<>();
    private List<String> told = List.of();
    private boolean changed;

    int size() {
        return names.size();
    }

    void add(Member listener, String name) {
        changed |= !name.equals(names.put(listener, name));
    }

    void remove(Member listener) {
        String name = names.remove(listener);
        changed |= name != null && !name.isEmpty();
    }

    void clear() {
        names.clear();
    }

    boolean has(Member listener) {
        return names.containsKey(listener);
    }

    String name(Member listener) {
        return names.getOrDefault(listener, "");
    }

    void send(String text) {
        names.keySet().forEach(listener -> listener.send(text));
    }

    /** The names, when they are others than those that were told last. */
    Optional<List<String>> news() {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        List<String> before = told;
        told = names.values().stream()
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .toList();
        return Optional.of(told).filter(now -> !now.equals(before));
    }

    /** A host who has just come knows of nobody. */
    void tellAgain() {
        told = List.of();
        changed = true;
    }
}
