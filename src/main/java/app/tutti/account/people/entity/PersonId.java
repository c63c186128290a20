package app.tutti.account.people.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

public record PersonId(UUID value) implements Serializable {
    public PersonId {
        Objects.requireNonNull(value);
    }

    public static PersonId next() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
