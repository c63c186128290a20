-- Both are trusted since PostgreSQL 13: whoever owns the database may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- What is searched in: without case and accents. unaccent() is only stable, because its dictionary might be changed;
-- named with its dictionary it says the same for the same text as long as nobody does.
create function folded(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', $1));

-- A file that is gone keeps its row for a while: it may have been renamed, or its disk may come back, and playlists and
-- favourites point at it. Every list leaves out what is gone.
-- What pages search in: the text with a space in front, and once more with its punctuation taken for spaces.
create function searchable(text) returns text
    language sql immutable strict parallel safe
    return ' ' || $1 || case when translate($1, '''’!"#$%&()*+,-./:;<=>?@[\]^_`{|}~', '') = $1 then ''
        else ' ' || translate($1, '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~''’', repeat(' ', 31)) end;

alter table track
    add column gone               timestamptz,
    -- What stays when the file is moved, and what stays when its tags are changed.
    add column content            text,
    add column file_key           text,
    add column added              timestamptz not null default now(),
    -- Everybody as the file names them, such as "Ana feat. Bia"; track_artist has them one by one.
    add column credit             text,
    add column year               integer,
    add column bitrate            integer,
    add column sample_rate        integer,
    add column channels           smallint,
    -- What the file itself says of its release, of which the release is put together.
    add column release_artist_id  bigint references artist,
    add column compilation        boolean not null default false,
    -- In dB and as a factor of full scale; R128 gains are stored as ReplayGain's (+5 dB).
    add column gain               real,
    add column peak               real,
    add column release_gain       real,
    add column release_peak       real,
    add column musicbrainz        uuid,
    -- Title, artists and release, with a space in front, to be found by the beginning of any word.
    add column words              text not null default '';
-- Only the file knows the rest: no file is as it was, so that each is read once more.
update track set added = (select added from release where id = release_id), mtime = -1;
create index track_content on track (content);
create index track_release_artist on track (release_artist_id) where release_artist_id is not null;
create index track_file_key on track (file_key);
create index track_gone on track (gone) where gone is not null;
create index track_sort_name on track (sort_name, id) where gone is null;
create index track_added on track (added desc, id desc) where gone is null;
create index track_words on track using gin (folded(words) gin_trgm_ops) where gone is null;

alter table artist
    add column musicbrainz   uuid,
    -- Kept by the scan, which is the only one to change them.
    add column release_count integer not null default 0,
    add column track_count   integer not null default 0,
    add column cover_id      bigint references cover;
create index artist_name on artist using gin (folded(' ' || name) gin_trgm_ops);

-- By what its tracks are put together: a MusicBrainz id, the release artist and title, or a folder and a title.
alter table release
    drop constraint release_artist_id_title_key,
    add column key           text,
    add column credit        text,
    add column compilation   boolean not null default false,
    add column musicbrainz   uuid,
    add column track_count   integer not null default 0,
    add column duration      bigint not null default 0,
    add column formats       text[] not null default '{}',
    -- Whether a picture has yet to be looked for, which takes longer than tags and is done after them.
    add column cover_wanted  boolean not null default true,
    add column words         text not null default '';
update release set key = md5(artist_id || chr(31) || title);
alter table release alter column key set not null;
create unique index release_key on release (key);
create index release_cover_wanted on release (id) where cover_wanted;
create index release_artist on release (artist_id, year desc);
create index release_year on release (year desc nulls last, sort_name, id);
create index release_words on release using gin (folded(words) gin_trgm_ops);

-- An index had the table's name.
alter index track_artist rename to track_first_artist;
create table track_artist (
    track_id  bigint not null references track on delete cascade,
    position  smallint not null,
    artist_id bigint not null references artist,
    primary key (track_id, position)
);
create index track_artist_artist on track_artist (artist_id);
insert into track_artist select id, 0, artist_id from track;

create table genre (
    id        bigint primary key,
    name      text not null,
    -- Folded: "Hip-Hop" and "hip-hop" are one.
    sort_name text collate "C" not null unique,
    release_count integer not null default 0,
    track_count   integer not null default 0
);
create sequence genre_id_seq increment by 50 start 50;

create table track_genre (
    track_id bigint not null references track on delete cascade,
    genre_id bigint not null references genre,
    primary key (track_id, genre_id)
);
create index track_genre_genre on track_genre (genre_id);

create table release_genre (
    release_id bigint not null references release on delete cascade,
    genre_id   bigint not null references genre on delete cascade,
    primary key (release_id, genre_id)
);
create index release_genre_genre on release_genre (genre_id);

-- Plain text, or lines of LRC with their times.
create table lyrics (
    track_id bigint primary key references track on delete cascade,
    synced   boolean not null,
    text     text not null
);

-- Files that could not be read, for the admin, with the reason as a key of messages.properties.
create table refused_file (
    path    text not null,
    size    bigint not null,
    mtime   bigint not null,
    -- The end of a key: library.refused.damaged is "damaged".
    reason  text not null,
    seen    timestamptz not null
);
create unique index refused_file_path on refused_file (md5(path));
