-- A name that somebody let go is not forgotten: nobody comes under it by their own doing alone, and a whole directory's may be
-- meant for the people of the one that follows. Who let it go, when, and for whose people (null: anybody's).
alter table sign_on_names
  add column freed_at timestamptz,
  add column freed_by uuid,
  add column freed_for uuid;

-- The service and PostgreSQL make the same small letters of everything but of these, and took different blanks away.
create function pg_temp.name_key(name text) returns text language sql immutable as $$
  select regexp_replace(translate(replace(name, U&'i\0307', 'i'), U&'\03C2', U&'\03C3'), '^\s+|\s+$', '', 'g')
$$;
delete from sign_on_names n using sign_on_names older
  where older.app_id = n.app_id and older.name_key <> n.name_key
    and pg_temp.name_key(older.name_key) = pg_temp.name_key(n.name_key)
    and (older.released_at, older.name_key) < (n.released_at, n.name_key);
update sign_on_names set name_key = pg_temp.name_key(name_key) where name_key <> pg_temp.name_key(name_key);
drop function pg_temp.name_key(text);

create view names_at_apps as
  select n.app_id, n.person_id, n.name_key, n.released_at, n.freed_at, p.directory_id
  from sign_on_names n
  join people p on p.id = n.person_id;
