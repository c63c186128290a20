-- Sort names are folded by the application; "C" keeps their order the same on every server.
-- EclipseLink takes what a sequence says as the last id of a block of 50.
create table artist (
    id bigint primary key,
    name text not null unique,
    sort_name text collate "C" not null
);
create sequence artist_id_seq increment by 50 start 50;
create index artist_sort_name on artist (sort_name, id);

create table cover (
    id bigint primary key,
    sha256 text not null unique
);
create sequence cover_id_seq increment by 50 start 50;

create table release (
    id bigint primary key,
    artist_id bigint not null references artist,
    title text not null,
    sort_name text collate "C" not null,
    year integer,
    cover_id bigint references cover,
    added timestamptz not null,
    unique (artist_id, title)
);
create sequence release_id_seq increment by 50 start 50;
create index release_sort_name on release (sort_name, id);
create index release_added on release (added desc, id desc);
create index release_cover on release (cover_id);

create table track (
    id bigint primary key,
    release_id bigint not null references release,
    artist_id bigint not null references artist,
    title text not null,
    sort_name text collate "C" not null,
    disc integer,
    number integer,
    duration bigint not null,
    format text not null,
    path text not null,
    size bigint not null,
    mtime bigint not null
);
create sequence track_id_seq increment by 50 start 50;
-- A path can be longer than what a B-tree takes, so its hash stands for it.
create unique index track_path on track (md5(path));
create index track_release on track (release_id, disc, number);
create index track_artist on track (artist_id);
