-- Whose a list is: a person's, or the household's, which all share who get in without an account. The household is no
-- person, so its number is a constant, and what is a person's goes with the person.
create function person_of(owner uuid) returns uuid
    language sql immutable strict parallel safe
    return nullif(owner, uuid '00000000-0000-0000-0000-000000000000');

create sequence playlist_id_seq;
create table playlist (
    id        bigint primary key default nextval('playlist_id_seq'),
    owner     uuid not null,
    person_id uuid generated always as (person_of(owner)) stored references person on delete cascade,
    name      text not null check (char_length(name) between 1 and 120),
    shared    boolean not null default false,
    -- One more with each change: whoever changes an older one is told.
    version   bigint not null default 0,
    created   timestamptz not null default now(),
    changed   timestamptz not null default now(),
    -- For a while a deleted one can be had back.
    deleted   timestamptz
);
create index playlist_owner on playlist (owner, changed desc);
create index playlist_shared on playlist (changed desc) where shared and deleted is null;

-- A track may stand in a list twice; an entry keeps its id wherever it is put.
create table playlist_entry (
    id          bigint generated always as identity primary key,
    playlist_id bigint not null references playlist on delete cascade,
    place       integer not null,
    track_id    bigint not null references track on delete cascade
);
create index playlist_entry_place on playlist_entry (playlist_id, place, id);
create index playlist_entry_track on playlist_entry (track_id);

create table favourite_track (
    owner     uuid not null,
    person_id uuid generated always as (person_of(owner)) stored references person on delete cascade,
    track_id  bigint not null references track on delete cascade,
    added     timestamptz not null default now(),
    primary key (owner, track_id)
);
create index favourite_track_added on favourite_track (owner, added desc);
create index favourite_track_track on favourite_track (track_id);

create table favourite_release (
    owner      uuid not null,
    person_id  uuid generated always as (person_of(owner)) stored references person on delete cascade,
    release_id bigint not null references release on delete cascade,
    added      timestamptz not null default now(),
    primary key (owner, release_id)
);
create index favourite_release_added on favourite_release (owner, added desc);
create index favourite_release_release on favourite_release (release_id);

create table favourite_artist (
    owner     uuid not null,
    person_id uuid generated always as (person_of(owner)) stored references person on delete cascade,
    artist_id bigint not null references artist on delete cascade,
    added     timestamptz not null default now(),
    primary key (owner, artist_id)
);
create index favourite_artist_added on favourite_artist (owner, added desc);
create index favourite_artist_artist on favourite_artist (artist_id);

create table play (
    owner     uuid not null,
    person_id uuid generated always as (person_of(owner)) stored references person on delete cascade,
    track_id  bigint not null references track on delete cascade,
    count     integer not null,
    last      timestamptz not null,
    primary key (owner, track_id)
);
create index play_last on play (owner, last desc);
create index play_count on play (owner, count desc, last desc);
create index play_track on play (track_id);

-- Tracks as an array: it is written whole, often, and nobody asks which queues have a track.
create table play_queue (
    owner     uuid primary key,
    person_id uuid generated always as (person_of(owner)) stored references person on delete cascade,
    tracks    bigint[] not null,
    place     integer not null,
    position  double precision not null,
    shuffle   boolean not null,
    repeat    text not null check (repeat in ('off', 'one', 'all')),
    changed   timestamptz not null
);

-- What a playlist of another program is matched by. Hashes: a name can be longer than what a B-tree takes.
create index track_file_name on track using hash (lower(substring(path from '[^/]*$')));
create index track_title on track using hash (folded(title));
