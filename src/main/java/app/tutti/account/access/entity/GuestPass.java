package app.tutti.account.access.entity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What a guest may come in with.
 *
 * @param name what they want to be called; may be empty
 * @param rooms whose links they hold
 */
public record GuestPass(String name, Set<UUID> rooms) {
    public static final GuestPass NEW = new GuestPass("", Set.of());

    public GuestPass {
        rooms = Set.copyOf(rooms);
    }

    public GuestPass to(UUID room) {
        Set<UUID> more = new HashSet<>(rooms);
        more.add(room);
        return new GuestPass(name, more);
    }

    public GuestPass without(UUID room) {
        Set<UUID> fewer = new HashSet<>(rooms);
        fewer.remove(room);
        return new GuestPass(name, fewer);
    }

    public boolean isOver() {
        return rooms.isEmpty();
    }
}
