-- A library of 3,000 artists, 8,000 releases, 200 genres and 100,000 tracks, the same each time. Words, artists and
-- genres are as uneven as in life: a few are everywhere, most are rare.
select setseed(0.42);

create temp table syllable as
select ordinality - 1 as i, s from unnest(string_to_array(
    'lo,ve,na,rio,to,mar,ka,sol,den,ta,li,bra,fe,mo,shi,ro,cha,gan,ne,vo,pa,lu,é,ção,ston,el,wa,ter,qui,zen', ','))
    with ordinality as t(s, ordinality);
-- 2,700 words of two or three syllables.
create temp table word as
select row_number() over (order by md5(a.i || ' ' || b.i || ' ' || c.i)) as i, a.s || b.s || c.s as w
from syllable a, syllable b, (select * from syllable where i < 3 union all select 99, '') c
limit 2700;
alter table word add primary key (i);

create function pg_temp.some_word() returns text language sql volatile as
    'select initcap(w) from word where i = (select 1 + floor(2700 * random() ^ 2.5)::int)';
create function pg_temp.some_words(n int) returns text language sql volatile as
    'select string_agg(pg_temp.some_word(), '' '') from generate_series(1, n)';

insert into cover (id, sha256)
select 1000000 + i, encode(sha256(('cover ' || i)::bytea), 'hex') from generate_series(1, 7001) i;

insert into artist (id, name, sort_name)
select 1000000 + i, name, folded(regexp_replace(name, '^The ', ''))
from (select i, case when i % 7 = 0 then 'The ' else '' end || pg_temp.some_words(1 + i % 2) || ' ' || i as name
      from generate_series(1, 3000) i) made;

insert into genre (id, name, sort_name)
select 1000000 + i, name, folded(name)
from (select i, pg_temp.some_word() || ' ' || (array['Rock', 'Pop', 'Jazz', 'Folk', 'Samba'])[1 + i % 5] || ' ' || i as name
      from generate_series(1, 200) i) made;

insert into release (id, artist_id, title, sort_name, year, cover_id, added, key)
select 1000000 + i, 1000001 + floor(3000 * random() ^ 1.5)::int, title, folded(regexp_replace(title, '^The ', '')),
       case when i % 20 = 0 then null else 1960 + floor(66 * random() ^ 0.6)::int end,
       case when i % 8 = 0 then null else 1000001 + i * 7 / 8 end,
       now() - i * interval '1 hour', 'sample ' || i
from (select i, case when i % 9 = 0 then 'The ' else '' end || pg_temp.some_words(1 + i % 4) as title
      from generate_series(1, 8000) i) made;

insert into track (id, release_id, artist_id, title, sort_name, disc, number, duration, format, path, size, mtime, year,
                   added, bitrate, sample_rate, channels, gain, peak)
select 1000000 + i, release_id,
       case when i % 10 = 0 then 1000001 + floor(3000 * random())::int else r.artist_id end,
       made.title, folded(regexp_replace(made.title, '^The ', '')),
       case when i % 25 > 11 then 2 else 1 end, 1 + i % 12, 60000 + floor(random() * 300000)::int,
       (array['FLAC', 'MP3', 'OPUS', 'M4A', 'VORBIS'])[1 + release_id % 5],
       '/nowhere/' || i, 1000000, 0, r.year, r.added, 192, 44100, 2, -7.5, 0.98
from (select i, 1000001 + (i - 1) * 8000 / 100000 as release_id,
             case when i % 8 = 0 then 'The ' else '' end || pg_temp.some_words(1 + i % 4) as title
      from generate_series(1, 100000) i) made
join release r on r.id = release_id;

insert into track_artist select id, 0, artist_id from track where id > 1000000;
insert into track_artist
select id, 1, artist_id % 3000 + 1000001 from track where id > 1000000 and id % 12 = 0;

insert into track_genre
select id, 1000001 + floor(200 * (('x' || left(md5(release_id::text), 6))::bit(24)::int / 16777216.0) ^ 3)::int from track where id > 1000000;
