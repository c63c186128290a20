-- A device that was signed out stays known (its guesses are its own), but is not in the list of devices.
alter table device add column signed_in boolean not null default true;

-- Written by us, whatever was sent: JPEG, square, in two sizes.
create table person_picture (
    person_id uuid primary key references person on delete cascade,
    sha256    text not null,
    small     bytea not null,
    large     bytea not null
);
