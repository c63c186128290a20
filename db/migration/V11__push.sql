-- At home: what a public server has acknowledged, so that a push goes on from there (docs/decisions/029).
create table push_state (
    -- The public server's address: another one is another state.
    server   text primary key,
    home     uuid not null,
    -- How many pieces it has taken.
    cursor   bigint not null,
    finished timestamptz
);
create table push_sent (
    server   text not null references push_state on delete cascade,
    track_id bigint not null,
    -- Of everything that was sent of the track.
    digest   text not null,
    primary key (server, track_id)
);

-- At the public server: what came from which home server.
create table home_server (
    id     uuid primary key,
    cursor bigint not null,
    heard  timestamptz not null
);
create table home_track (
    home     uuid not null references home_server on delete cascade,
    -- The track's id there.
    number   bigint not null,
    track_id bigint not null unique references track on delete cascade,
    -- The cover's hash there.
    cover    text,
    primary key (home, number)
);
create index home_track_cover on home_track (home, cover) where cover is not null;
create table home_cover (
    home   uuid not null references home_server on delete cascade,
    sent   text not null,
    -- The hash of what was made of it here; null for what was no picture.
    sha256 text,
    primary key (home, sent)
);
