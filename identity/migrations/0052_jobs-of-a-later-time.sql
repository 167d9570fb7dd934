-- As in 0042, with jobs that have a time of their own by an insert of ours, too: the engine's `add_jobs` took a millisecond for
-- each of them. It still adds those of a task or queue that nobody used yet, which it makes known.
create or replace function enqueue_jobs(wanted json)
returns integer
language plpgsql
as $$
declare
  total constant integer := json_array_length(wanted);
  added integer;
  later integer;
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
  if added = total then
    return total;
  end if;

  insert into graphile_worker._private_jobs as jobs (job_queue_id, task_id, payload, run_at, max_attempts, key, priority)
  select q.id, t.id, j.payload, j.due, j.attempts_max, j.key, j.priority
  from json_to_recordset(wanted) as j (
    task text, payload json, queue text, due timestamptz, attempts_max smallint, key text, priority smallint)
  join graphile_worker._private_tasks t on t.identifier = j.task
  left join graphile_worker._private_job_queues q on q.queue_name = j.queue
  where j.due is not null and (j.queue is null or q.id is not null)
  on conflict (key) do update set
    job_queue_id = excluded.job_queue_id, task_id = excluded.task_id, payload = excluded.payload,
    max_attempts = excluded.max_attempts, run_at = excluded.run_at, priority = excluded.priority,
    revision = jobs.revision + 1, flags = null, attempts = 0, last_error = null, updated_at = excluded.updated_at
  where jobs.locked_at is null;
  get diagnostics later = row_count;
  added := added + later;
  if added = total then
    return total;
  end if;

  select json_agg(j) into others
  from json_array_elements(wanted) j
  where not exists (select from graphile_worker._private_tasks t where t.identifier = j ->> 'task')
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
