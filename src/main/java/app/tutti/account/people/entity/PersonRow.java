package app.tutti.account.people.entity;

import java.time.OffsetDateTime;

/**
 * A person as an admin sees them in the list.
 *
 * @param picture where it is; empty for who has none
 * @param lastSeen null for who has never come
 */
public record PersonRow(PersonId id, String name, String initials, String picture, Role role, OffsetDateTime lastSeen) {
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
