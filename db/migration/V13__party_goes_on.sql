-- A party goes on after a restart of the server: what its host and listeners show to be let in again, until it is over.
alter table party_session
    add listed        boolean not null default false,
    -- Of parties before this nobody knows whether they had a password.
    add locked        boolean not null default true,
    add secret_hash   text,
    add password_hash text,
    -- When it was certainly still on.
    add seen          timestamptz;

alter table party_session
    alter listed drop default,
    alter locked drop default;
