create sequence artist_id_seq increment by 50;
create table artist (id bigint primary key, name text not null);
