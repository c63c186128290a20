-- An artist is known by a folded name, so that ways to write it are one; the name itself is what most files have. Keys are
-- filled in, and artists that are one from now on are put together, by the migration after this one.
alter table artist drop constraint artist_name_key;
alter table artist add column key text;
create unique index artist_key on artist (key);
-- As the file has it.
alter table track_artist add column name text;
alter table track add column release_artist_name text;
-- Tags are read by other rules now: no file is as it was, so that each is read once more.
update track set mtime = -1;

-- A letter of a script that is written without spaces, or in which a part of a word is a word: Thai, Lao, Myanmar, Khmer,
-- kana, Han, Hangul.
create function without_spaces() returns text
    language sql immutable parallel safe
    return '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';

-- Text as it is searched for: composed and folded, an apostrophe left out ("dont" finds "Don't"), other marks as spaces.
-- What has no letter and no number is kept, as its bytes behind a letter that no word begins with: letters are what an
-- index of trigrams goes by, and ÷ and !!! are names.
create function asked(text) returns text
    language sql immutable strict parallel safe
    return (select string_agg(case
            when raw !~ '[[:alnum:]]' then 'ꙮ' || encode(convert_to(raw, 'UTF8'), 'hex')
            else trim(regexp_replace(regexp_replace(folded(raw), '[^[:alnum:]]+', ' ', 'g'),
                '(' || without_spaces() || '+)', ' \1 ', 'g')) end, ' ' order by place)
        from regexp_split_to_table(translate(lower(normalize($1, NFKC)), '''’`´', ''), '\s+')
            with ordinality as t(raw, place)
        where raw <> '');

-- Every two characters of a word that are beside each other, in their order, and the last: a part of it from two on is
-- the beginning of some of these. Each is four letters of ours, behind the same letter as above: what a letter is to
-- pg_trgm depends on the server's locale.
create function in_twos(text) returns text
    language sql immutable strict parallel safe
    return (select string_agg('ꙮ' || one || coalesce(next, ''), ' ' order by place)
        from (select place, one, lead(one) over (order by place) as next
            from (select place, chr(97 + code / 17576 % 26) || chr(97 + code / 676 % 26) || chr(97 + code / 26 % 26)
                    || chr(97 + code % 26) as one
                from (select place, ascii(letter) as code
                    from regexp_split_to_table($1, '') with ordinality as l(letter, place)) codes) letters) pairs);

-- Text as it is searched in: the same words with a space in front, so that '% lo%' finds every word that begins with
-- "lo", and besides without the marks inside ("acdc" finds AC/DC), and in twos where there are no spaces.
drop index track_search;
drop index release_search;
drop index artist_search;
alter table track drop column search_text;
alter table release drop column search_text;
alter table artist drop column search_text;
create or replace function searched(text) returns text
    language sql immutable strict parallel safe
    return ' ' || case when $1 ~ '^[A-Za-z0-9 ]*$' then trim(regexp_replace(lower($1), ' +', ' ', 'g')) else
        coalesce((select string_agg(case when word ~ ('^' || without_spaces()) then in_twos(word) else word end, ' '
                order by place)
            from regexp_split_to_table(asked($1), ' +') with ordinality as w(word, place)), '')
        || coalesce((select string_agg(' ' || regexp_replace(folded(word), '[^[:alnum:]]+', '', 'g'), '')
            from regexp_split_to_table(translate(normalize($1, NFKC), '''’`´', ''), '\s+') word
            where word ~ '[[:alnum:]][^[:alnum:]]+[[:alnum:]]' and word !~ without_spaces()), '') end;
alter table track add column search_text text generated always as (searched(words)) stored;
create index track_search on track using gin (search_text gin_trgm_ops) where gone is null;
alter table release add column search_text text generated always as (searched(words)) stored;
create index release_search on release using gin (search_text gin_trgm_ops);
alter table artist add column search_text text generated always as (searched(name)) stored;
create index artist_search on artist using gin (search_text gin_trgm_ops);
insert into search_word
select distinct word from track, regexp_split_to_table(search_text, ' ') word
where length(word) between 3 and 40 on conflict do nothing;
