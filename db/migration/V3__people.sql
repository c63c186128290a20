-- Trusted since PostgreSQL 13: whoever owns the database may create it.
create extension if not exists citext;

-- A person without a password cannot sign in by the form. Sessions of an older generation are signed out.
create table person (
    id           uuid primary key,
    name         citext not null unique,
    display_name text not null,
    role         text not null check (role in ('admin', 'member')),
    password     text,
    language     text,
    theme        text,
    generation   integer not null default 0,
    created      timestamptz not null
);

-- Of every token the SHA-256 only: random values of 128 bits and more need no salt.
create table device (
    selector    text primary key,
    person_id   uuid not null references person on delete cascade,
    secret_hash text not null,
    label       text not null,
    remembered  boolean not null,
    created     timestamptz not null,
    used        timestamptz not null
);
create index device_person on device (person_id, used desc);

create table api_key (
    id        uuid primary key,
    person_id uuid not null references person on delete cascade,
    key_hash  text not null unique,
    label     text not null,
    created   timestamptz not null,
    used      timestamptz
);
create index api_key_person on api_key (person_id);

-- What is good for once: for the first admin, for a person to be, for a person whose password is lost.
create table set_up_code (
    code_hash text primary key,
    created   timestamptz not null
);

create table person_invite (
    code_hash text primary key,
    role      text not null check (role in ('admin', 'member')),
    made_by   uuid not null references person on delete cascade,
    created   timestamptz not null,
    expires   timestamptz not null
);

create table password_reset (
    code_hash text primary key,
    person_id uuid not null references person on delete cascade,
    made_by   uuid not null references person on delete cascade,
    created   timestamptz not null,
    expires   timestamptz not null
);
create index password_reset_person on password_reset (person_id);
