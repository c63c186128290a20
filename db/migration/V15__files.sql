-- When the words beside a file were last modified, so that they are read again when somebody changes them; 0 without any.
alter table track add column lyrics_mtime bigint not null default 0;

-- The pictures that lie in a folder, as a text that is another when they come, go or change.
create table folder_picture (
    folder   text not null,
    pictures text not null
);
create unique index folder_picture_folder on folder_picture (md5(folder));

-- Which of several releases of one name by one artist this is; null where it is the only one.
alter table release add column edition text;
create index release_family on release (artist_id, sort_name);

-- Releases, lengths and covers are told by other rules now: no file is as it was, so that each is read once more.
update track set mtime = -1;
