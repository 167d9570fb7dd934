-- Apps, the roles that carry them, and grants: who may use what, why, and until when.

create table apps (
  id uuid primary key,
  name text not null,
  -- The folded name, to list by and to find by its beginning; `search_text` has the folded words of everything searched.
  sort_name text collate "C" not null,
  description text not null default '',
  category text not null default 'other',
  icon_slug text,
  template_slug text,
  parameters jsonb not null default '{}',
  protocols text[] not null default '{linked}',
  addresses jsonb not null default '{}',
  search_text text not null,
  built_in boolean not null default false,
  state text not null check (state in ('active', 'retired')),
  version integer not null default 1,
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((state = 'retired') = (retired_at is not null))
);
-- Two apps in use never share a name, however it is written.
create unique index apps_name on apps (lower(name)) where state = 'active';
create index apps_sort on apps (sort_name, id);

create table roles (
  id uuid primary key,
  name text not null,
  sort_name text collate "C" not null,
  description text not null default '',
  asked_by text not null check (asked_by in ('nobody', 'everyone', 'groups')),
  days_max integer check (days_max between 1 and 3650),
  days_default integer check (days_default between 1 and 3650),
  product_role text unique check (product_role in ('admin', 'auditor', 'desk_agent')),
  search_text text not null,
  state text not null check (state in ('active', 'retired')),
  version integer not null default 1,
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((state = 'retired') = (retired_at is not null)),
  check (days_default is null or days_max is null or days_default <= days_max)
);
create unique index roles_name on roles (lower(name)) where state = 'active';
create index roles_sort on roles (sort_name, id);

create table role_apps (
  role_id uuid not null references roles,
  app_id uuid not null references apps,
  entitlements text[] not null default '{}',
  primary key (role_id, app_id)
);
create index role_apps_app on role_apps (app_id);

create table role_owners (
  role_id uuid not null references roles,
  person_id uuid not null references people,
  primary key (role_id, person_id)
);
create index role_owners_person on role_owners (person_id);

-- The groups whose members may ask for a role with asked_by = 'groups'.
create table role_groups (
  role_id uuid not null references roles,
  group_id uuid not null references groups,
  primary key (role_id, group_id)
);
create index role_groups_group on role_groups (group_id);

create table grants (
  id uuid primary key,
  person_id uuid not null references people,
  role_id uuid not null references roles,
  state text not null check (state in ('pending', 'active', 'ended')),
  request_id uuid,
  reason text not null,
  duration_days integer check (duration_days between 1 and 36500),
  evidence jsonb not null,
  granted_at timestamptz not null,
  started_at timestamptz,
  ends_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  check (state <> 'pending' or (started_at is null and ends_at is null)),
  check (state <> 'active' or started_at is not null),
  check ((state = 'ended') = (ended_at is not null and end_reason is not null)),
  check (remind_at is null or state = 'active')
);
-- A person holds a role at most once.
create unique index grants_held on grants (person_id, role_id) where state in ('pending', 'active');
create index grants_role on grants (role_id, id);
create index grants_person on grants (person_id, id);
create index grants_request on grants (request_id) where request_id is not null;
-- What the sweeps walk: due rows only.
create index grants_due on grants (ends_at) where state = 'active' and ends_at is not null;
create index grants_pending on grants (granted_at) where state = 'pending';
create index grants_remind on grants (remind_at) where remind_at is not null;

-- Since when a person is disabled, so that what they hold ends after a set number of days.
create table access_suspensions (
  person_id uuid primary key references people,
  since timestamptz not null
);
create index access_suspensions_since on access_suspensions (since);

-- Hallpass is itself an app; its roles are ordinary grants.
insert into apps (id, name, sort_name, description, category, search_text, built_in, state, created_at) values
  ('01900000-0000-7000-8000-000000000001', 'Hallpass', 'hallpass', 'Administration of this identity service', 'security-identity',
   ' hallpass security identity', true, 'active', '2026-01-01T00:00:00Z');
insert into roles (id, name, sort_name, description, asked_by, product_role, search_text, state, created_at) values
  ('01900000-0000-7000-8000-000000000011', 'Hallpass administrators', 'hallpass administrators', 'Set up directories, apps, roles and policies', 'nobody', 'admin',
   ' hallpass administrators', 'active', '2026-01-01T00:00:00Z'),
  ('01900000-0000-7000-8000-000000000012', 'Hallpass auditors', 'hallpass auditors', 'Read everything, including the trail; change nothing', 'nobody', 'auditor',
   ' hallpass auditors', 'active', '2026-01-01T00:00:00Z'),
  ('01900000-0000-7000-8000-000000000013', 'Hallpass service desk', 'hallpass service desk', 'Help people who call the service desk', 'nobody', 'desk_agent',
   ' hallpass service desk', 'active', '2026-01-01T00:00:00Z');
insert into role_apps (role_id, app_id, entitlements) values
  ('01900000-0000-7000-8000-000000000011', '01900000-0000-7000-8000-000000000001', '{admin}'),
  ('01900000-0000-7000-8000-000000000012', '01900000-0000-7000-8000-000000000001', '{auditor}'),
  ('01900000-0000-7000-8000-000000000013', '01900000-0000-7000-8000-000000000001', '{desk_agent}');
