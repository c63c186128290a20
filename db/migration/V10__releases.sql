-- A page of releases is found in an index alone, whatever it is sorted by; so are how many there are, and the years and
-- formats to choose from. One whose every track is gone is in no list.
drop index release_sort_name;
create index release_sort_name on release (sort_name, id) where track_count > 0;
drop index release_added;
create index release_added on release (added desc, id desc) where track_count > 0;
drop index release_year;
create index release_year on release (year desc nulls last, sort_name, id) where track_count > 0;
drop index release_artist;
create index release_artist on release (artist_id, year, sort_name, id) where track_count > 0;
create index release_kinds on release (year, formats) where track_count > 0;
