-- Jobs of one transaction are added together, as part of its last statement: one call of the engine for all of them.
-- As before, what the engine is about to push aside (a running or dead job of the same key) is marked first, so that it
-- neither counts as a dead letter nor runs again. `enqueue_job` stays for nodes of the release before, while they still run.

create function enqueue_jobs(wanted json)
returns integer
language plpgsql
as $$
declare
  keys text[];
begin
  select array_agg(j.key) into keys from json_to_recordset(wanted) as j (key text) where j.key is not null;
  if keys is not null then
    update graphile_worker._private_jobs j set flags = '{"superseded": true}'
      where j.key = any (keys) and j.is_available is not true;
  end if;
  perform graphile_worker.add_jobs((
    select array_agg((j.task, j.payload, j.queue, j.due, j.attempts_max, j.key, j.priority, null)::graphile_worker.job_spec)
    from json_to_recordset(wanted) as j (
      task text, payload json, queue text, due timestamptz, attempts_max smallint, key text, priority smallint)));
  return json_array_length(wanted);
end
$$;
