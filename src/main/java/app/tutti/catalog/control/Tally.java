package app.tutti.catalog.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** What releases, artists and genres have of their tracks: counted by the database, all at once. */
final class Tally {
    /** A release by different people, none of whom is named for all of it, as MusicBrainz writes it in every language. */
    static final String VARIOUS = "Various Artists";

    private static final String RELEASES = """
            update release r set
                artist_id = s.artist_id, compilation = s.compilation, year = s.year, added = s.added,
                track_count = s.tracks, duration = s.duration, formats = s.formats,
                words = searchable(r.title || ' ' || a.name || case when r.credit is null or r.credit = a.name then ''
                    else ' ' || r.credit end)
            from (
                select t.release_id,
                    coalesce(mode() within group (order by t.release_artist_id),
                        case when min(t.artist_id) = max(t.artist_id) and not bool_or(t.compilation)
                            then min(t.artist_id) else (select id from artist where name = 'Various Artists') end,
                        min(t.artist_id)) as artist_id,
                    bool_or(t.compilation) or (min(t.release_artist_id) is null
                        and min(t.artist_id) <> max(t.artist_id)) as compilation,
                    mode() within group (order by t.year) as year,
                    min(t.added) as added, count(*) as tracks, sum(t.duration) as duration,
                    array_agg(distinct t.format order by t.format) as formats
                from track t where t.gone is null and %s group by t.release_id) s
            join artist a on a.id = s.artist_id
            where r.id = s.release_id""";
    private static final String EMPTY_RELEASES = """
            update release r set track_count = 0, duration = 0, formats = '{}'
            where r.track_count > 0 and %s
                and not exists (select from track t where t.release_id = r.id and t.gone is null)""";
    private static final String RELEASE_GENRES = """
            with wanted as (
                select distinct t.release_id, g.genre_id from track t join track_genre g on g.track_id = t.id
                where t.gone is null and %s),
            unwanted as (
                delete from release_genre r where %s and not exists (select from wanted w
                    where w.release_id = r.release_id and w.genre_id = r.genre_id))
            insert into release_genre select * from wanted on conflict do nothing""";
    private static final String ARTISTS = """
            update artist a set release_count = s.releases, track_count = s.tracks, cover_id = s.cover
            from (
                select b.id,
                    (select count(*) from release r where r.artist_id = b.id and r.track_count > 0) as releases,
                    (select count(*) from track_artist l join track t on t.id = l.track_id
                        where l.artist_id = b.id and t.gone is null) as tracks,
                    (select r.cover_id from release r where r.artist_id = b.id and r.track_count > 0
                        and r.cover_id is not null order by r.year desc nulls last, r.id limit 1) as cover
                from artist b where %s) s
            where a.id = s.id
                and (a.release_count, a.track_count, a.cover_id) is distinct from (s.releases, s.tracks, s.cover)""";
    private static final String GENRES = """
            update genre g set release_count = s.releases, track_count = s.tracks
            from (
                select b.id,
                    (select count(*) from release_genre r where r.genre_id = b.id) as releases,
                    (select count(*) from track_genre l join track t on t.id = l.track_id
                        where l.genre_id = b.id and t.gone is null) as tracks
                from genre b where %s) s
            where g.id = s.id and (g.release_count, g.track_count) is distinct from (s.releases, s.tracks)""";

    private final Connection connection;

    Tally(Connection connection) {
        this.connection = connection;
    }

    void everything() throws SQLException {
        execute(RELEASES.formatted("true"));
        execute(EMPTY_RELEASES.formatted("true"));
        execute(RELEASE_GENRES.formatted("true", "true"));
        execute(ARTISTS.formatted("true"));
        execute(GENRES.formatted("true"));
    }

    void releases(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(RELEASES.formatted("t.release_id = any(?)"), ids);
            execute(EMPTY_RELEASES.formatted("r.id = any(?)"), ids);
            execute(RELEASE_GENRES.formatted("t.release_id = any(?)", "r.release_id = any(?)"), ids, ids);
        }
    }

    void artists(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(ARTISTS.formatted("b.id = any(?)"), ids);
        }
    }

    void genres(Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute(GENRES.formatted("b.id = any(?)"), ids);
        }
    }

    @SafeVarargs
    private void execute(String sql, Collection<Long>... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < ids.length; place++) {
                statement.setArray(place + 1, Touched.array(connection, ids[place]));
            }
            statement.execute();
        }
    }
}
