package app.tutti.catalog.playlists.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.library.control.Sql;
import app.tutti.catalog.library.control.Sql.Row;
import app.tutti.catalog.playlists.entity.ListedTrack;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.catalog.playlists.entity.SmartList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Tracks as a person has put them together. One that is gone is in a playlist all the same, to come back. */
@ApplicationScoped
public class ListedTracks {
    /** What of a list that makes itself is shown. */
    private static final int SHOWN = 100;

    private static final String SONGS = """
            select %s, t.id, t.title, a.id, coalesce(t.credit, a.name), r.id,
                   r.title || coalesce(' (' || r.edition || ')', ''), c.sha256, t.duration,
                   t.format, t.gain, t.peak, t.release_gain, t.release_peak,
                   case when t.gone is null then 0 else 1 end,
                   case when f.track_id is null then 0 else 1 end,
                   coalesce(p.count, 0)
            from track t join artist a on a.id = t.artist_id join release r on r.id = t.release_id
            left join cover c on c.id = r.cover_id
            left join favourite_track f on f.owner = cast(?1 as uuid) and f.track_id = t.id
            left join play p on p.owner = cast(?1 as uuid) and p.track_id = t.id
            %s""";

    @PersistenceContext
    EntityManager entities;

    /** @param page from 1 */
    public List<ListedTrack> ofPlaylist(long playlist, Owner reader, int page) {
        return songs(
                "e.id",
                "join playlist_entry e on e.track_id = t.id where e.playlist_id = ?2 order by e.place, e.id"
                        + " limit %d offset %d".formatted(PlaylistCard.PAGE, (page - 1) * PlaylistCard.PAGE),
                reader,
                playlist);
    }

    /** Last marked first. */
    public List<ListedTrack> favourites(Owner owner, int most) {
        return songs(
                "0",
                "where f.track_id is not null and t.gone is null order by f.added desc, t.id limit " + most,
                owner);
    }

    public List<ListedTrack> of(SmartList list, Owner owner) {
        return songs("0", rest(list) + " limit " + SHOWN, owner);
    }

    /** In the order of the queue; those that are gone are left out. */
    public List<ListedTrack> ofQueue(Owner owner) {
        return songs(
                "q.ordinality",
                "join (select track, ordinality from play_queue, unnest(tracks) with ordinality as x(track, ordinality)"
                        + " where owner = cast(?1 as uuid)) q on q.track = t.id"
                        + " where t.gone is null order by q.ordinality",
                owner);
    }

    private static String rest(SmartList list) {
        return switch (list) {
            case RECENT -> "where p.count > 0 and t.gone is null order by p.last desc, t.id";
            case MOST -> "where p.count > 0 and t.gone is null order by p.count desc, p.last desc, t.id";
            case NEVER -> "where p.track_id is null and t.gone is null order by t.added desc, t.id desc";
        };
    }

    private List<ListedTrack> songs(String entry, String rest, Owner reader, Object... more) {
        Object[] parameters = new Object[more.length + 1];
        parameters[0] = reader.toString();
        System.arraycopy(more, 0, parameters, 1, more.length);
        return new Sql(entities)
                .rows(SONGS.formatted(entry, rest), parameters).stream()
                        .map(ListedTracks::song)
                        .toList();
    }

    private static ListedTrack song(Row row) {
        return new ListedTrack(
                row.number(0),
                row.number(1),
                row.text(2),
                row.number(3),
                row.text(4),
                row.number(5),
                row.text(6),
                row.text(7),
                row.number(8),
                AudioFormat.valueOf(row.text(9)),
                row.real(10),
                row.real(11),
                row.real(12),
                row.real(13),
                row.number(14) == 1,
                row.number(15) == 1,
                row.number(16));
    }
}
