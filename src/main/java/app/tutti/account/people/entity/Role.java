package app.tutti.account.people.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do here; each may do what those before it may. */
public enum Role {
    ANONYMOUS,
    GUEST,
    MEMBER,
    ADMIN;

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As annotations, the database and the container's groups have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The groups of a caller with this role. */
    public Set<String> groups() {
        return Arrays.stream(values())
                .filter(role -> role != ANONYMOUS && includes(role))
                .map(Role::text)
                .collect(Collectors.toUnmodifiableSet());
    }
}
