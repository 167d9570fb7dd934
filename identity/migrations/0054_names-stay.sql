-- A name by which an app knows somebody stays theirs, also when they are called otherwise later on: one person may have several.
-- What is one to a reader is one here (NFC, no blanks around, small letters). Of two that become one, the older stays.
delete from sign_on_names n using sign_on_names older
  where older.app_id = n.app_id and older.person_id <> n.person_id
    and lower(btrim(normalize(older.name_key, nfc))) = lower(btrim(normalize(n.name_key, nfc)))
    and (older.released_at, older.person_id) < (n.released_at, n.person_id);
update sign_on_names set name_key = lower(btrim(normalize(name_key, nfc)));
alter table sign_on_names
  drop constraint sign_on_names_pkey,
  drop constraint sign_on_names_app_id_name_key_key,
  add primary key (app_id, name_key);
create index sign_on_names_person on sign_on_names (person_id);

-- Whom apps know from before there was this table, as far as sessions still say.
insert into sign_on_names (app_id, person_id, name_key, released_at)
select distinct on (p.app_id, key.name) p.app_id, s.person_id, key.name, p.signed_on_at
from saml_participants p
join sessions s on s.id = p.session_id
cross join lateral (select lower(btrim(normalize(p.name_id, nfc))) as name) key
where p.name_id_format not in (
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient')
order by p.app_id, key.name, p.signed_on_at, s.person_id
on conflict do nothing;
