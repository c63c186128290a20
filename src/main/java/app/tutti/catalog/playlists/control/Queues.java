package app.tutti.catalog.playlists.control;

import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.playlists.entity.KeptQueue;
import app.tutti.catalog.playlists.entity.ListedTrack;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlayQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody was listening to: the last device that says so is right. */
@ApplicationScoped
public class Queues {
    private static final String KEEP = """
            insert into play_queue (owner, tracks, place, position, shuffle, repeat, changed)
            values (cast(?1 as uuid), cast(?2 as bigint[]), ?3, ?4, ?5, ?6, now())
            on conflict (owner) do update set tracks = excluded.tracks, place = excluded.place,
                position = excluded.position, shuffle = excluded.shuffle, repeat = excluded.repeat, changed = now()""";

    private static final String KEPT = """
            select place, position, case when shuffle then 1 else 0 end, repeat,
                   cast(extract(epoch from changed) * 1000 as bigint)
            from play_queue where owner = cast(?1 as uuid)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ListedTracks songs;

    @Transactional
    public void keep(Owner owner, PlayQueue queue) {
        PlaylistChanges.run(
                entities,
                KEEP,
                owner.toString(),
                PlaylistChanges.array(queue.tracks()),
                queue.index(),
                queue.position(),
                queue.shuffle(),
                queue.repeat());
    }

    public Optional<KeptQueue> find(Owner owner) {
        return new Sql(entities)
                .rows(KEPT, owner.toString()).stream().findFirst().map(row -> kept(row, songs.ofQueue(owner)));
    }

    private static KeptQueue kept(Sql.Row row, List<ListedTrack> songs) {
        // An entry says where it stood, from 1: what is gone must not make another track the one that was on.
        long wanted = row.number(0) + 1;
        int index = (int) songs.stream().filter(song -> song.entry() < wanted).count();
        boolean isThere = songs.stream().anyMatch(song -> song.entry() == wanted);
        return new KeptQueue(
                songs,
                Math.clamp(index, 0, Math.max(0, songs.size() - 1)),
                isThere ? row.real(1) : 0,
                row.number(2) == 1,
                row.text(3),
                Instant.ofEpochMilli(row.number(4)));
    }
}
