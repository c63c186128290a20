-- What is searched in, ready: composed and folded, an apostrophe left out ("dont" finds "Don't"), other marks as spaces, and a space in
-- front, so that '% lo%' finds every word that begins with "lo". Stored, because folding a text takes longer than
-- comparing it, and whatever the index finds is compared once more.
create function searched(text) returns text
    language sql immutable strict parallel safe
    return ' ' || trim(regexp_replace(translate(folded(normalize($1, NFKC)), '''’`´', ''), '[^[:alnum:]]+', ' ', 'g'));

alter table track add column search_text text generated always as (searched(words)) stored;
drop index track_words;
create index track_search on track using gin (search_text gin_trgm_ops) where gone is null;

alter table release add column search_text text generated always as (searched(words)) stored;
drop index release_words;
create index release_search on release using gin (search_text gin_trgm_ops);

alter table artist add column search_text text generated always as (searched(name)) stored;
drop index artist_name;
create index artist_search on artist using gin (search_text gin_trgm_ops);

-- Every word there is, for who mistypes one: a few ten thousand short texts are looked through faster than all titles.
-- A word whose last track is gone may stay; it finds nothing.
create table search_word (word text collate "C" primary key);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

create function keep_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into search_word
        select distinct word from written, regexp_split_to_table(search_text, ' ') word
        where length(word) between 3 and 40 on conflict do nothing;
    else
        insert into search_word
        select distinct word from written join before using (id), regexp_split_to_table(written.search_text, ' ') word
        where written.search_text <> before.search_text and length(word) between 3 and 40 on conflict do nothing;
    end if;
    return null;
end $$;
create trigger new_words after insert on track
    referencing new table as written for each statement execute function keep_words();
create trigger changed_words after update on track
    referencing new table as written old table as before for each statement execute function keep_words();
insert into search_word
select distinct word from track, regexp_split_to_table(search_text, ' ') word where length(word) between 3 and 40;

-- Words that may have been meant, the nearest first. Two letters that have changed places cost more trigrams than the
-- extension's own threshold of 0.6 forgives.
create function similar_words(wanted text, most int) returns setof text
    language sql stable set pg_trgm.word_similarity_threshold = 0.36 as $$
    select word from search_word where wanted <% word and word not like wanted || '%'
    order by similarity(wanted, word) desc, word limit most
$$;
