package app.tutti.catalog.playlists.control;

import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.playlists.entity.AddedEntries;
import app.tutti.catalog.playlists.entity.ListName;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.ListRefused.Reason;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of one's own playlists, each in the transaction of who asks for it. */
@ApplicationScoped
@Transactional
public class PlaylistChanges {
    public static final int MOST_ENTRIES = 10_000;

    /** The row's lock makes changes of one list come one after the other. */
    private static final String TOUCH = """
            update playlist set version = version + 1, changed = now()
            where id = ?1 and owner = cast(?2 as uuid) and deleted is null""";

    private static final String APPEND = """
            insert into playlist_entry (playlist_id, place, track_id)
            select ?1, wanted.place + (select coalesce(max(e.place), -1) from playlist_entry e where e.playlist_id = ?1),
                   t.id
            from unnest(cast(?2 as bigint[])) with ordinality as wanted(track, place) join track t on t.id = wanted.track
            order by wanted.place
            returning id""";

    // Only rows between the two places are written, and those that a removed one has left a gap before.
    private static final String MOVE = """
            with present as (select id, place, row_number() over (order by place, id) - 1 as number
                             from playlist_entry where playlist_id = ?1),
                 moved as (select number as origin, least(?3, (select max(number) from present)) as target
                           from present where id = ?2),
                 wanted as (select id, place, case
                                when number = origin then target
                                when number > origin and number <= target then number - 1
                                when number < origin and number >= target then number + 1
                                else number end as number
                            from present, moved)
            update playlist_entry e set place = wanted.number
            from wanted where e.id = wanted.id and wanted.place <> wanted.number""";

    @PersistenceContext
    EntityManager entities;

    public long create(Owner owner, ListName name, List<Long> tracks) {
        run("delete from playlist where deleted < now() - interval '30 days'");
        Sql sql = new Sql(entities);
        long kept = sql.number("select count(*) from playlist where owner = cast(?1 as uuid)", owner.toString());
        if (kept >= Playlists.MOST_OF_ONE) {
            throw new ListRefused(Reason.TOO_MANY);
        }
        long id = sql.number("select nextval('playlist_id_seq')");
        run(
                "insert into playlist (id, owner, name) values (?1, cast(?2 as uuid), ?3)",
                id,
                owner.toString(),
                name.value());
        append(id, tracks);
        return id;
    }

    /**
     * What is not in the catalogue is left out. Takes no version: whatever others did meanwhile stays.
     *
     * @return the playlist's version, and its new entries
     */
    public AddedEntries add(Owner owner, long playlist, List<Long> tracks) {
        if (run(TOUCH, playlist, owner.toString()) == 0) {
            throw new ListRefused(Reason.MISSING);
        }
        List<Long> entries = append(playlist, tracks);
        long version = new Sql(entities).number("select version from playlist where id = ?1", playlist);
        return new AddedEntries(version, entries);
    }

    public void call(Owner owner, long playlist, long version, ListName name, boolean shared) {
        touch(owner, playlist, version);
        run("update playlist set name = ?2, shared = ?3 where id = ?1", playlist, name.value(), shared);
    }

    /** @param place where it stands afterwards, from 0; past the end is the end */
    public void move(Owner owner, long playlist, long version, long entry, int place) {
        touch(owner, playlist, version);
        run(MOVE, playlist, entry, place);
    }

    public void remove(Owner owner, long playlist, long version, long entry) {
        touch(owner, playlist, version);
        run("delete from playlist_entry where playlist_id = ?1 and id = ?2", playlist, entry);
    }

    /** Takes out what was added; what has gone from there meanwhile is no matter. */
    public void takeBack(Owner owner, long playlist, List<Long> entries) {
        if (run(TOUCH, playlist, owner.toString()) == 0) {
            throw new ListRefused(Reason.MISSING);
        }
        run(
                "delete from playlist_entry where playlist_id = ?1 and id = any(cast(?2 as bigint[]))",
                playlist,
                array(entries));
    }

    public void delete(Owner owner, long playlist) {
        mark(
                "update playlist set deleted = now() where id = ?1 and owner = cast(?2 as uuid) and deleted is null",
                playlist,
                owner);
    }

    public void restore(Owner owner, long playlist) {
        mark(
                "update playlist set deleted = null, changed = now() where id = ?1 and owner = cast(?2 as uuid)"
                        + " and deleted is not null",
                playlist,
                owner);
    }

    private void mark(String sql, long playlist, Owner owner) {
        if (run(sql, playlist, owner.toString()) == 0) {
            throw new ListRefused(Reason.MISSING);
        }
    }

    private void touch(Owner owner, long playlist, long version) {
        if (run(TOUCH + " and version = ?3", playlist, owner.toString(), version) == 0) {
            throw new ListRefused(isThere(owner, playlist) ? Reason.CHANGED : Reason.MISSING);
        }
    }

    private boolean isThere(Owner owner, long playlist) {
        return new Sql(entities)
                        .number(
                                "select count(*) from playlist"
                                        + " where id = ?1 and owner = cast(?2 as uuid) and deleted is null",
                                playlist,
                                owner.toString())
                > 0;
    }

    private List<Long> append(long playlist, List<Long> tracks) {
        List<Long> added = new Sql(entities)
                .rows(APPEND, playlist, array(tracks)).stream()
                        .map(row -> row.number(0))
                        .toList();
        long entries = new Sql(entities).number("select count(*) from playlist_entry where playlist_id = ?1", playlist);
        if (entries > MOST_ENTRIES) {
            throw new ListRefused(Reason.FULL);
        }
        return added;
    }

    /** As PostgreSQL writes an array. */
    static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private int run(String sql, Object... parameters) {
        return run(entities, sql, parameters);
    }

    static int run(EntityManager entities, String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query.executeUpdate();
    }
}
