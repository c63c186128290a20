-- A link that was used, withdrawn or has run out says so, so it is kept; the id is for a page that must not know it.
alter table person_invite
    add column id      uuid not null unique default gen_random_uuid(),
    add column name    text,
    add column used    timestamptz,
    add column revoked timestamptz;

alter table password_reset
    add column id      uuid not null unique default gen_random_uuid(),
    add column used    timestamptz,
    add column revoked timestamptz;
