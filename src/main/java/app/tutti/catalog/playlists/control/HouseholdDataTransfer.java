package app.tutti.catalog.playlists.control;

import app.tutti.account.access.control.Access;
import app.tutti.account.people.entity.FirstAdmin;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What was played and put together before set-up is the first admin's, where the household is nobody from then on. */
@ApplicationScoped
public class HouseholdDataTransfer {
    private static final List<String> TABLES =
            List.of("playlist", "favourite_track", "favourite_release", "favourite_artist", "play", "play_queue");

    @PersistenceContext
    EntityManager entities;

    @Inject
    Access access;

    /** In the transaction that makes the admin. */
    void to(@Observes FirstAdmin admin) {
        if (access.isForMembers()) {
            TABLES.forEach(table -> PlaylistChanges.run(
                    entities,
                    "update " + table + " set owner = cast(?1 as uuid) where owner = cast(?2 as uuid)",
                    admin.person().value().toString(),
                    Owner.HOUSEHOLD.toString()));
        }
    }
}
