-- What nearly every transaction ends with, in fewer statements: each one that runs inside a function costs as much as one
-- that is sent.

-- Jobs of one transaction that are due at once, by one insert of our own: the engine's `add_jobs` runs six statements for
-- them, whatever they are. It still adds those that have a time of their own, and those of a task or queue that nobody
-- used yet, which it makes known. As before, what is pushed aside (a running or dead job of the same key) is marked first,
-- so that it neither counts as a dead letter nor runs again.
create or replace function enqueue_jobs(wanted json)
returns integer
language plpgsql
as $$
declare
  total constant integer := json_array_length(wanted);
  added integer;
  keys text[];
  others json;
begin
  select array_agg(j ->> 'key') filter (where j ->> 'key' is not null) into keys from json_array_elements(wanted) j;
  if keys is not null then
    update graphile_worker._private_jobs j set flags = '{"superseded": true}', key = null, attempts = j.max_attempts
      where j.key = any (keys) and j.is_available is not true;
  end if;

  insert into graphile_worker._private_jobs as jobs (job_queue_id, task_id, payload, max_attempts, key, priority)
  select q.id, t.id, j.payload, j.attempts_max, j.key, j.priority
  from json_to_recordset(wanted) as j (
    task text, payload json, queue text, due timestamptz, attempts_max smallint, key text, priority smallint)
  join graphile_worker._private_tasks t on t.identifier = j.task
  left join graphile_worker._private_job_queues q on q.queue_name = j.queue
  where j.due is null and (j.queue is null or q.id is not null)
  on conflict (key) do update set
    job_queue_id = excluded.job_queue_id, task_id = excluded.task_id, payload = excluded.payload,
    max_attempts = excluded.max_attempts, run_at = excluded.run_at, priority = excluded.priority,
    revision = jobs.revision + 1, flags = null, attempts = 0, last_error = null, updated_at = excluded.updated_at
  where jobs.locked_at is null;
  get diagnostics added = row_count;
  if added > 0 then
    perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":' || added::text || '}');
  end if;
  if added = total then
    return total;
  end if;

  select json_agg(j) into others
  from json_array_elements(wanted) j
  where j ->> 'due' is not null
    or not exists (select from graphile_worker._private_tasks t where t.identifier = j ->> 'task')
    or j ->> 'queue' is not null
      and not exists (select from graphile_worker._private_job_queues q where q.queue_name = j ->> 'queue');
  if others is not null then
    added := added + json_array_length(others);
    perform graphile_worker.add_jobs((
      select array_agg(
        (j.task, j.payload, j.queue, j.due, j.attempts_max, j.key, j.priority, null)::graphile_worker.job_spec)
      from json_to_recordset(others) as j (
        task text, payload json, queue text, due timestamptz, attempts_max smallint, key text, priority smallint)));
  end if;
  if added < total then
    -- It was free above and is locked now: what it has read may be older than what was wanted here.
    raise exception 'a job of the same key began at this moment' using errcode = 'serialization_failure';
  end if;
  return total;
end
$$;

-- As in 0002, with one insert for all entries and each body read once.
create or replace function audit_append(wanted integer, bodies text[], ats timestamptz[], personal jsonb)
returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  chains constant integer := 16;
  lock_class constant integer := 1751216500;
  picked integer := wanted;
  first_seq bigint;
  last_hash bytea;
  docs jsonb[] := bodies::jsonb[];
  prevs bytea[];
  hashes bytea[];
  kind text;
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

  select e.seq, e.hash into first_seq, last_hash
    from public.audit_entries e where e.chain = picked order by e.seq desc limit 1;
  first_seq := coalesce(first_seq, 0);
  last_hash := coalesce(last_hash, '\x'::bytea);

  for i in 1 .. array_length(bodies, 1) loop
    prevs[i] := last_hash;
    last_hash := sha256(convert_to(
      picked || E'\n' || (first_seq + i) || E'\n' || encode(last_hash, 'hex') || E'\n' || bodies[i], 'UTF8'));
    hashes[i] := last_hash;
    kind := docs[i] ->> 'kind';
    if kind = 'intent' then
      insert into public.audit_open_intents (id, at) values ((docs[i] ->> 'id')::uuid, ats[i]);
    elsif kind = 'outcome' then
      delete from public.audit_open_intents o where o.id = (docs[i] ->> 'intentId')::uuid;
    end if;
  end loop;

  insert into public.audit_entries (chain, seq, at, body, prev, hash)
  select picked, first_seq + e.nth, e.at, e.doc, e.prev, e.hash
  from unnest(ats, docs, prevs, hashes) with ordinality e (at, doc, prev, hash, nth);

  if personal <> '[]' then
    insert into public.audit_personal (entry_id, name, person_id, salt, value)
    select (p ->> 'entryId')::uuid, p ->> 'name', (p ->> 'personId')::uuid, decode(p ->> 'salt', 'hex'), p -> 'value'
    from jsonb_array_elements(personal) p;
  end if;
  return picked;
end
$$;
