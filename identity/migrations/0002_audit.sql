-- The trail: entries in several hash chains, values about people beside them, checkpoints of the chains' heads.
-- The running service reads these tables and adds to them through audit_append alone; it cannot change or remove a row.

create table audit_entries (
  chain integer not null,
  seq bigint not null,
  at timestamptz not null,
  body jsonb not null,
  prev bytea not null,
  hash bytea not null,
  id uuid not null generated always as ((body ->> 'id')::uuid) stored,
  action text not null generated always as (body ->> 'action') stored,
  primary key (chain, seq)
);
create unique index audit_entries_by_id on audit_entries (id);
create index audit_entries_by_action on audit_entries (action text_pattern_ops, id);
create index audit_entries_by_at on audit_entries (at);
create index audit_entries_by_subject on audit_entries using gin ((body -> 'subjects') jsonb_path_ops);
create index audit_entries_by_person on audit_entries ((body -> 'actor' ->> 'personId'), id)
  where body -> 'actor' ->> 'personId' is not null;

-- A value is held in the chain as SHA-256 of its salt and its text. Deleting the row here erases it; the chain still holds.
create table audit_personal (
  entry_id uuid not null,
  name text not null,
  person_id uuid,
  salt bytea not null,
  value jsonb not null,
  primary key (entry_id, name)
);
create index audit_personal_by_person on audit_personal (person_id) where person_id is not null;

create table audit_open_intents (
  id uuid primary key,
  at timestamptz not null
);

create table audit_checkpoints (
  number bigint primary key,
  at timestamptz not null,
  body text not null,
  signature text not null
);

-- Appends the entries of one transaction to one chain, as that transaction's last statement. A chain is locked until
-- commit by an advisory lock; a busy one is passed over, so transactions wait for each other only when all are busy, and
-- a quiet service writes one chain.
-- Each body is the canonical JSON that is hashed: SHA-256 of "chain \n seq \n previous hash in hex \n body".
create function audit_append(wanted integer, bodies text[], ats timestamptz[], personal jsonb)
returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  chains constant integer := 16;
  lock_class constant integer := 1751216500;
  picked integer := wanted;
  last_seq bigint;
  last_hash bytea;
  body text;
begin
  for i in 0 .. chains - 1 loop
    exit when picked is not null;
    if pg_try_advisory_xact_lock(lock_class, i) then
      picked := i;
    end if;
  end loop;
  if picked is null then
    picked := floor(random() * chains);
    perform pg_advisory_xact_lock(lock_class, picked);
  end if;

  select e.seq, e.hash into last_seq, last_hash
    from public.audit_entries e where e.chain = picked order by e.seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '\x'::bytea);

  for i in 1 .. array_length(bodies, 1) loop
    body := bodies[i];
    last_seq := last_seq + 1;
    insert into public.audit_entries (chain, seq, at, body, prev, hash)
    values (picked, last_seq, ats[i], body::jsonb, last_hash,
      sha256(convert_to(picked || E'\n' || last_seq || E'\n' || encode(last_hash, 'hex') || E'\n' || body, 'UTF8')))
    returning audit_entries.hash into last_hash;
    if body::jsonb ->> 'kind' = 'intent' then
      insert into public.audit_open_intents (id, at) values ((body::jsonb ->> 'id')::uuid, ats[i]);
    elsif body::jsonb ->> 'kind' = 'outcome' then
      delete from public.audit_open_intents o where o.id = (body::jsonb ->> 'intentId')::uuid;
    end if;
  end loop;

  insert into public.audit_personal (entry_id, name, person_id, salt, value)
  select (p ->> 'entryId')::uuid, p ->> 'name', (p ->> 'personId')::uuid, decode(p ->> 'salt', 'hex'), p -> 'value'
  from jsonb_array_elements(personal) p;
  return picked;
end
$$;

revoke all on function audit_append from public;

do $$
begin
  if exists (select from pg_roles where rolname = 'hallpass_service') then
    revoke insert, update, delete on audit_entries, audit_personal, audit_open_intents from hallpass_service;
    revoke update, delete on audit_checkpoints from hallpass_service;
    grant execute on function audit_append to hallpass_service;
  end if;
end
$$;
