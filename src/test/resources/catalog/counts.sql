-- What the scan keeps beside the tracks, made anew for the whole library.
update track t set words = ' ' || concat_ws(' ', t.title, a.name, r.title)
from release r, artist a where r.id = t.release_id and a.id = t.artist_id;

delete from release_genre;
insert into release_genre
select distinct t.release_id, g.genre_id from track t join track_genre g on g.track_id = t.id where t.gone is null;

update release r set track_count = coalesce(n, 0), duration = coalesce(d, 0), formats = coalesce(f, '{}'),
    words = ' ' || concat_ws(' ', r.title, (select name from artist a where a.id = r.artist_id))
from release o left join (
    select release_id, count(*) n, sum(duration) d, array_agg(distinct format order by format) f
    from track where gone is null group by release_id) t on t.release_id = o.id
where o.id = r.id;

update artist a set
    release_count = (select count(*) from release r where r.artist_id = a.id and r.track_count > 0),
    track_count = (select count(*) from track_artist x join track t on t.id = x.track_id
                   where x.artist_id = a.id and t.gone is null),
    cover_id = (select r.cover_id from release r where r.artist_id = a.id and r.cover_id is not null
                and r.track_count > 0 order by r.year desc nulls last, r.id limit 1);

update genre g set
    release_count = (select count(*) from release_genre x where x.genre_id = g.id),
    track_count = (select count(*) from track_genre x join track t on t.id = x.track_id
                   where x.genre_id = g.id and t.gone is null);
