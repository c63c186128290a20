package app.tutti.catalog.store.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** What releases, artists and genres have of their tracks: counted by the database, all at once. */
public final class CatalogCounts {
    /** A release by different people, none of whom is named for all of it, as MusicBrainz writes it in every language. */
    static final String VARIOUS = "Various Artists";

    /** What stays as it was is not written: each row that is goes through the search's index again. */
    private static final String RELEASES = """
            update release r set
                artist_id = s.artist_id, compilation = s.compilation, year = s.year, added = s.added,
                track_count = s.tracks, duration = s.duration, formats = s.formats, words = s.words
            from (
                select s.*, searchable(q.title || ' ' || a.name || case
                    when q.credit is null or q.credit = a.name then '' else ' ' || q.credit end) as words
                from (
                    select t.release_id,
                        coalesce(mode() within group (order by t.release_artist_id),
                            case when min(t.artist_id) = max(t.artist_id) and not bool_or(t.compilation)
                                then min(t.artist_id) else (select id from artist where key = 'various artists') end,
                            min(t.artist_id)) as artist_id,
                        bool_or(t.compilation) or (min(t.release_artist_id) is null
                            and min(t.artist_id) <> max(t.artist_id)) as compilation,
                        mode() within group (order by t.year) as year,
                        min(t.added) as added, count(*) as tracks, sum(t.duration) as duration,
                        array_agg(distinct t.format order by t.format) as formats
                    from track t where t.gone is null and %s group by t.release_id) s
                join artist a on a.id = s.artist_id join release q on q.id = s.release_id) s
            where r.id = s.release_id
                and (r.artist_id, r.compilation, r.year, r.added, r.track_count, r.duration, r.formats, r.words)
                    is distinct from
                    (s.artist_id, s.compilation, s.year, s.added, s.tracks, s.duration, s.formats, s.words)""";

    private static final String EMPTY_RELEASES = """
            update release r set track_count = 0, duration = 0, formats = '{}'
            where r.track_count > 0 and %s
                and not exists (select from track t where t.release_id = r.id and t.gone is null)""";
    /** Which of several of one name this is, where their formats tell. */
    private static final String EDITIONS = """
            update release r set edition = s.edition
            from (
                select id, case when min(formats) over family is distinct from max(formats) over family
                    then array_to_string(formats, ', ') end as edition
                from release where track_count > 0 and %s
                window family as (partition by artist_id, sort_name)) s
            where r.id = s.id and r.edition is distinct from s.edition""";

    private static final String FAMILY =
            "(artist_id, sort_name) in (select artist_id, sort_name from release where id = any(?))";

    private static final String RELEASE_GENRES = """
            with wanted as (
                select distinct t.release_id, g.genre_id from track t join track_genre g on g.track_id = t.id
                where t.gone is null and %s),
            unwanted as (
                delete from release_genre r where %s and not exists (select from wanted w
                    where w.release_id = r.release_id and w.genre_id = r.genre_id))
            insert into release_genre select * from wanted on conflict do nothing""";
    // Counted for all at once and then joined: for each by itself it is a search a row, and a walk through everything
    // as
    // long as PostgreSQL does not know yet how much there is.
    private static final String ARTISTS = """
            update artist a set release_count = s.releases, track_count = s.tracks, cover_id = s.cover, name = s.name
            from (
                select b.id, coalesce(r.n, 0) as releases, coalesce(t.n, 0) as tracks, c.cover_id as cover,
                    coalesce(w.name, b.name) as name
                from artist b
                left join (select artist_id, count(*) as n from release
                    where track_count > 0 and %1$s group by artist_id) r on r.artist_id = b.id
                left join (select l.artist_id, count(*) as n from track_artist l join track t on t.id = l.track_id
                    where t.gone is null and l.%1$s group by l.artist_id) t on t.artist_id = b.id
                left join (select distinct on (artist_id) artist_id, cover_id from release
                    where track_count > 0 and cover_id is not null and %1$s
                    order by artist_id, year desc nulls last, id) c on c.artist_id = b.id
                left join (select artist_id, mode() within group (order by name collate "C") as name from (
                        select l.artist_id, l.name from track_artist l join track t on t.id = l.track_id
                        where t.gone is null and l.name is not null and l.%1$s
                        union all select artist_id, name from (
                            select release_artist_id as artist_id, release_artist_name as name from track
                            where gone is null and release_artist_name is not null) r where %1$s) n
                    group by artist_id) w on w.artist_id = b.id
                where %2$s) s
            where a.id = s.id and (a.release_count, a.track_count, a.cover_id, a.name)
                is distinct from (s.releases, s.tracks, s.cover, s.name)""";
    private static final String GENRES = """
            update genre g set release_count = s.releases, track_count = s.tracks
            from (
                select b.id, coalesce(r.n, 0) as releases, coalesce(t.n, 0) as tracks
                from genre b
                left join (select genre_id, count(*) as n from release_genre
                    where %1$s group by genre_id) r on r.genre_id = b.id
                left join (select genre_id, count(*) as n from track_genre l join track t on t.id = l.track_id
                    where t.gone is null and l.%1$s group by genre_id) t on t.genre_id = b.id
                where %2$s) s
            where g.id = s.id and (g.release_count, g.track_count) is distinct from (s.releases, s.tracks)""";

    private final Connection connection;

    public CatalogCounts(Connection connection) {
        this.connection = connection;
    }

    public void everything() throws SQLException {
        execute(RELEASES.formatted("true"));
        execute(EMPTY_RELEASES.formatted("true"));
        execute(EDITIONS.formatted("true"));
        execute(RELEASE_GENRES.formatted("true", "true"));
        execute(ARTISTS.formatted("artist_id is not null", "true"));
        execute(GENRES.formatted("genre_id is not null", "true"));
    }

    public void releases(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(RELEASES.formatted("t.release_id = any(?)"), ids);
            execute(EMPTY_RELEASES.formatted("r.id = any(?)"), ids);
            execute(EDITIONS.formatted(FAMILY), ids);
            execute(RELEASE_GENRES.formatted("t.release_id = any(?)", "r.release_id = any(?)"), ids, ids);
        }
    }

    public void artists(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(ARTISTS.formatted("artist_id = any(?)", "b.id = any(?)"), ids, ids, ids, ids, ids, ids);
        }
    }

    public void genres(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(GENRES.formatted("genre_id = any(?)", "b.id = any(?)"), ids, ids, ids);
        }
    }

    @SafeVarargs
    private void execute(String sql, Collection<Long>... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < ids.length; place++) {
                statement.setArray(place + 1, Affected.array(connection, ids[place]));
            }
            statement.execute();
        }
    }
}
