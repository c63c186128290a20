package app.tutti.catalog.playlists.control;

import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** What somebody has heard, and how often. */
@ApplicationScoped
public class Plays {
    // Half of a track or four minutes of it are not heard twice in less time than that; a player that asks again
    // because
    // the answer was lost is not counted twice. A tenth is left for clocks.
    private static final String COUNT = """
            insert into play (owner, track_id, count, last)
            select cast(?1 as uuid), t.id, 1, now() from track t where t.id = ?2
            on conflict (owner, track_id) do update set count = play.count + 1, last = excluded.last
            where play.last < now() - 0.9 * interval '1 millisecond'
                * (select least(t.duration / 2, 240000) from track t where t.id = excluded.track_id)""";

    private static final String RECENT_RELEASES = """
            select t.release_id from (select track_id, last from play where owner = cast(?1 as uuid)
                                      order by last desc limit 500) p
            join track t on t.id = p.track_id where t.gone is null
            group by t.release_id order by max(p.last) desc, t.release_id limit\s""";

    @PersistenceContext
    EntityManager entities;

    @Transactional
    public void count(Owner owner, long track) {
        PlaylistChanges.run(entities, COUNT, owner.toString(), track);
    }

    /** Last heard first. */
    public List<Long> recentReleases(Owner owner, int most) {
        return new Sql(entities)
                .rows(RECENT_RELEASES + most, owner.toString()).stream()
                        .map(row -> row.number(0))
                        .toList();
    }
}
