-- What the platform itself keeps, and the role the running service works as.
-- The role only ever gets data rights, never ownership: later migrations take away what it must not do (0002: the trail).

do $$
begin
  if not exists (select from pg_roles where rolname = 'hallpass_service') then
    create role hallpass_service nologin;
  end if;
  -- An owner that is no superuser must be a member to work as the role.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant hallpass_service to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise notice 'the role hallpass_service could not be created; the service works as the owner of the tables';
  when duplicate_object or unique_violation then
    null; -- another database of this server made it at the same moment
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'hallpass_service') then
    grant usage on schema public to hallpass_service;
    grant select on migrations to hallpass_service;
    alter default privileges in schema public grant select, insert, update, delete on tables to hallpass_service;
    alter default privileges in schema public grant usage, select on sequences to hallpass_service;
  end if;
end
$$;

-- One row per running process. `beats` only has to change: nobody compares the clocks of two machines.
create table nodes (
  id uuid primary key,
  place text not null,
  pid integer not null,
  pool_ids text[] not null,
  beats bigint not null,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

create table sweeps (
  name text primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  last_error text
);

create table rate_counters (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
create index rate_counters_by_age on rate_counters (window_start);

-- Adds a job in the caller's transaction. What the engine is about to push aside for it (a running or dead job of the same
-- key) is marked first, so that it neither counts as a dead letter nor runs again. One call, since it stands in hot paths.
create function enqueue_job(task text, payload json, queue text, due timestamptz, attempts_max integer, job_key text)
returns void
language plpgsql
as $$
begin
  if job_key is not null then
    update graphile_worker._private_jobs j set flags = '{"superseded": true}'
      where j.key = job_key and j.is_available is not true;
  end if;
  perform graphile_worker.add_job(task, payload, queue, due, attempts_max, job_key);
end
$$;
