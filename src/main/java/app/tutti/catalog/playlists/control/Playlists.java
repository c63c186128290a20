package app.tutti.catalog.playlists.control;

import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.library.control.Sql.Row;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Playlists to look at: one's own and those that others share. What is not shared is nobody else's to know of. */
@ApplicationScoped
public class Playlists {
    public static final int MOST_OF_ONE = 1_000;
    private static final int MOST_OF_OTHERS = 200;

    private static final String CARDS = """
            select l.id, l.name, coalesce(o.display_name, ''),
                   case when l.owner = cast(?1 as uuid) then 1 else 0 end,
                   case when l.shared then 1 else 0 end,
                   l.version, n.entries, n.duration,
                   (select c.sha256 from playlist_entry e join track t on t.id = e.track_id
                    join release r on r.id = t.release_id join cover c on c.id = r.cover_id
                    where e.playlist_id = l.id order by e.place, e.id limit 1)
            from playlist l left join person o on o.id = l.person_id
            cross join lateral (select count(*) as entries, coalesce(sum(t.duration), 0) as duration
                                from playlist_entry e join track t on t.id = e.track_id
                                where e.playlist_id = l.id) n\s""";

    @PersistenceContext
    EntityManager entities;

    /** Last changed first. */
    public List<PlaylistCard> of(Owner owner) {
        return cards(
                "where l.owner = cast(?1 as uuid) and l.deleted is null order by l.changed desc, l.id desc limit "
                        + MOST_OF_ONE,
                owner);
    }

    /** Last changed first. */
    public List<PlaylistCard> ofOthers(Owner reader) {
        return cards(
                "where l.shared and l.deleted is null and l.owner <> cast(?1 as uuid)"
                        + " order by l.changed desc, l.id desc limit " + MOST_OF_OTHERS,
                reader);
    }

    /** How many of these tracks one's own playlists hold already, by their ids; those with none are left out. */
    public Map<Long, Long> holding(List<Long> tracks, Owner owner) {
        return new Sql(entities)
                .rows("""
                        select e.playlist_id, count(distinct e.track_id) from playlist_entry e
                        join playlist l on l.id = e.playlist_id
                        where l.owner = cast(?1 as uuid) and l.deleted is null and e.track_id = any(cast(?2 as bigint[]))
                        group by e.playlist_id""", owner.toString(), PlaylistChanges.array(tracks)).stream()
                        .collect(Collectors.toMap(row -> row.number(0), row -> row.number(1)));
    }

    public Optional<PlaylistCard> find(long id, Owner reader) {
        return cards("where l.id = ?2 and l.deleted is null and (l.shared or l.owner = cast(?1 as uuid))", reader, id)
                .stream()
                .findFirst();
    }

    /**
     * One's own first.
     *
     * @param words of letters and numbers only; a name has one that begins so for each
     */
    public List<PlaylistCard> named(List<String> words, Owner reader, int most) {
        return words.isEmpty() ? List.of() : cards("""
                        where l.deleted is null and (l.shared or l.owner = cast(?1 as uuid))
                          and (select bool_and(searched(l.name) like '% ' || word || '%')
                               from unnest(string_to_array(?2, ' ')) word)
                        order by l.owner <> cast(?1 as uuid), l.changed desc, l.id desc limit """ + " " + most, reader, String.join(" ", words));
    }

    /** What can still be had back. */
    public Optional<PlaylistCard> findDeleted(long id, Owner owner) {
        return cards("where l.id = ?2 and l.deleted is not null and l.owner = cast(?1 as uuid)", owner, id).stream()
                .findFirst();
    }

    private List<PlaylistCard> cards(String rest, Owner reader, Object... more) {
        Sql sql = new Sql(entities);
        List<Row> rows = more.length == 0
                ? sql.rows(CARDS + rest, reader.toString())
                : sql.rows(CARDS + rest, reader.toString(), more[0]);
        return rows.stream().map(Playlists::card).toList();
    }

    private static PlaylistCard card(Row row) {
        return new PlaylistCard(
                row.number(0),
                row.text(1),
                row.text(2),
                row.number(3) == 1,
                row.number(4) == 1,
                row.number(5),
                row.number(6),
                row.number(7),
                row.text(8));
    }
}
