create sequence party_played_id_seq increment by 50 start with 50;

-- As the host told it: the track may be of another server's library, or leave this one's.
create table party_played (
    id       bigint primary key,
    party_id uuid not null references party_session (id) on delete cascade,
    at       timestamptz not null,
    title    text not null,
    artist   text not null,
    release  text not null
);

create index party_played_party on party_played (party_id, at);

-- The list of past parties, the newest first.
create index party_session_created on party_session (created desc, id) where ended is not null;
