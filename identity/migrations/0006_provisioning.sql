-- How accounts are made in each app, the accounts themselves, and what people must do by hand.

create table app_connections (
  app_id uuid primary key,
  kind text not null check (kind in ('none', 'manual', 'scim')),
  settings jsonb not null,
  sealed_token text,
  rate_per_second double precision not null check (rate_per_second > 0),
  parallel integer not null check (parallel between 1 and 32),
  task_owner_id uuid,
  -- Set by a restore: nothing is written to the app until somebody has seen a comparison and confirmed it.
  awaits_comparison boolean not null,
  version integer not null,
  check_result jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Beside the settings because it is written with every call: when the app may be asked next, and how it has answered.
create table app_pace (
  app_id uuid primary key references app_connections on delete cascade,
  next_start_at timestamptz not null,
  next_end_at timestamptz not null,
  held_until timestamptz not null,
  failures_in_a_row integer not null,
  last_answer_at timestamptz,
  last_failure_at timestamptz,
  last_failure text
);

-- One row per person and app that a grant ever asked for. wanted_version moves with every reason to look again,
-- in the transaction of that reason; settled_version follows when the app was seen to match.
create table accounts (
  id uuid primary key,
  app_id uuid not null,
  person_id uuid not null,
  -- What the app was last known to hold, and what stands in the way of more.
  actual text not null check (actual in ('none', 'active', 'inactive')),
  trouble text check (trouble in ('failing', 'needs_task')),
  state text not null generated always as (
    case when trouble is not null then trouble when settled_version < wanted_version then 'pending' else actual end
  ) stored,
  remote_id text,
  -- An administrator said that this is the account; its key may be overwritten once.
  is_chosen boolean not null,
  user_name text,
  profile_mark text,
  entitlements text[] not null,
  grant_ids uuid[] not null,
  wanted_version integer not null,
  settled_version integer not null,
  wanted_at timestamptz not null,
  attempts integer not null,
  last_error text,
  next_try_at timestamptz,
  turn_at timestamptz,
  run_id uuid,
  intent_id uuid,
  seen_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (app_id, person_id),
  -- Two people can never hold one account of an app.
  unique (app_id, remote_id)
);
create index accounts_person on accounts (person_id);
create index accounts_app_state on accounts (app_id, state, id);
create index accounts_unsettled on accounts (wanted_at) where settled_version < wanted_version;

-- Groups that entitlements became; claimed_at keeps two workers from making one group twice.
create table app_groups (
  app_id uuid not null,
  name text not null,
  remote_id text,
  claimed_at timestamptz not null,
  primary key (app_id, name)
);

create table provisioning_tasks (
  id uuid primary key,
  kind text not null check (
    kind in ('make_account', 'change_account', 'end_account', 'resolve_account', 'fix_account', 'fix_connection')
  ),
  state text not null check (state in ('open', 'done', 'dropped')),
  app_id uuid not null,
  person_id uuid,
  owner_id uuid,
  instruction text not null,
  entitlements text[] not null,
  candidates jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  note text
);
-- One open task per account, and one per connection: a task says what is wanted now, never a queue of the past.
create unique index provisioning_tasks_open on provisioning_tasks (app_id, person_id) nulls not distinct
  where state = 'open';
create index provisioning_tasks_owner on provisioning_tasks (owner_id) where state = 'open';

create table app_comparisons (
  id uuid primary key,
  app_id uuid not null,
  state text not null check (state in ('running', 'done', 'held', 'failed')),
  confirm_removals boolean not null,
  listed integer not null,
  missing integer not null,
  changed integer not null,
  extra integer not null,
  unknown integer not null,
  message text,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index app_comparisons_app on app_comparisons (app_id, id desc);
create unique index app_comparisons_running on app_comparisons (app_id) where state = 'running';
