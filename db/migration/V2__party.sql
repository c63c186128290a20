create table party_session (
    id         uuid primary key,
    name       text not null,
    created    timestamptz not null,
    ended      timestamptz,
    end_reason text
);

create sequence party_listeners_id_seq increment by 50 start with 50;

create table party_listeners (
    id        bigint primary key,
    party_id  uuid not null references party_session (id) on delete cascade,
    at        timestamptz not null,
    listeners integer not null
);

create index party_listeners_party on party_listeners (party_id, at);
