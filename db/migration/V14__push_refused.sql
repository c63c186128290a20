-- Whether the public server did not take it; until it has changed it is not told of again (docs/decisions/029).
alter table push_sent add column refused boolean not null default false;
create index push_sent_refused on push_sent (server) where refused;
