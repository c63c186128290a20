package app.tutti.account.entity;

import java.time.OffsetDateTime;

/**
 * A person as an admin sees them in the list.
 *
 * @param lastSeen null for who has never come
 */
public record PersonRow(PersonId id, String name, Role role, OffsetDateTime lastSeen) {
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
