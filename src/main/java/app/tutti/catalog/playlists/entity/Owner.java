package app.tutti.catalog.playlists.entity;

import app.tutti.account.people.entity.Identity;
import java.util.UUID;

/** Whose lists, favourites and plays: a person's, or those of all who get in without an account, who share them. */
public record Owner(UUID id) {
    /** As {@code person_of} in V8__lists.sql has it. */
    public static final Owner HOUSEHOLD = new Owner(new UUID(0, 0));

    public static Owner of(Identity identity) {
        return switch (identity) {
            case Identity.SignedIn person -> new Owner(person.id().value());
            case Identity.Household household -> HOUSEHOLD;
            case Identity.Guest guest -> throw ownsNothing();
            case Identity.Nobody nobody -> throw ownsNothing();
        };
    }

    private static IllegalStateException ownsNothing() {
        return new IllegalStateException("who only visits owns nothing here");
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
