-- People and groups, wherever they live. One row of `people` mirrors one entry of a directory, found again by `ref`:
-- the identifier the directory itself never reuses (entryUUID of an LDAP server, account id of the built-in one).

create table directories (
  id uuid primary key,
  kind text not null check (kind in ('built-in', 'ldap')),
  name text not null,
  name_key text collate "C" not null unique,
  settings jsonb not null,
  sync jsonb not null,
  -- The bind password, sealed for this row; null where the kind needs none.
  secret text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- What the next poll starts from; null makes the next sync a full one.
  cursor text,
  next_sync_at timestamptz not null,
  -- When entries that are gone are looked for next, and when everything is read again.
  next_sweep_at timestamptz not null,
  next_full_at timestamptz not null,
  last_sync_at timestamptz,
  health text not null check (health in ('unknown', 'ok', 'failing')),
  health_since timestamptz,
  health_message text
);

create index directories_due on directories (next_sync_at);

create table people (
  id uuid primary key,
  directory_id uuid not null references directories (id),
  ref text collate "C" not null,
  login text not null,
  login_key text collate "C" not null,
  display_name text not null,
  given_name text,
  family_name text,
  title text,
  department text,
  locale text,
  mail text,
  sort_name text collate "C" not null,
  -- What the directory says (a DN, a person id); `manager_id` is whom it means, null while nobody here matches.
  manager_ref text collate "C",
  manager_id uuid references people (id),
  -- The directory's own address of the entry (a DN), folded: what the `manager_ref` and group members of others name.
  handle text collate "C",
  state text not null check (state in ('active', 'disabled', 'gone')),
  state_since timestamptz not null,
  -- Since when full sweeps no longer see the entry although the removal guard keeps the person.
  missing_since timestamptz,
  -- Digest of everything the directory said, so that an unchanged entry costs no write.
  fingerprint text not null,
  version integer not null,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null,
  unique (directory_id, ref)
);

create index people_login on people (login_key);
create index people_sort on people (sort_name, id);
create index people_manager on people (manager_id);
create index people_handle on people (directory_id, handle);
create index people_manager_ref on people (directory_id, manager_ref);
create index people_state on people (directory_id, state);
create index people_missing on people (directory_id) where missing_since is not null;

-- The folded words of names, logins and addresses, for search by their beginnings.
create table person_words (
  person_id uuid not null references people (id) on delete cascade,
  word text collate "C" not null,
  primary key (word, person_id)
);

create index person_words_person on person_words (person_id);

create table person_addresses (
  person_id uuid not null references people (id) on delete cascade,
  mail_key text collate "C" not null,
  mail text not null,
  is_primary boolean not null,
  -- When it was added or changed after the person was first seen; null: known since then.
  changed_at timestamptz,
  primary key (person_id, mail_key)
);

create index person_addresses_mail on person_addresses (mail_key);

create table groups (
  id uuid primary key,
  directory_id uuid not null references directories (id),
  ref text collate "C" not null,
  name text not null,
  sort_name text collate "C" not null,
  is_gone boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  unique (directory_id, ref)
);

create index groups_sort on groups (sort_name, id);

create table group_members (
  group_id uuid not null references groups (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (group_id, person_id)
);

create index group_members_person on group_members (person_id);

create table sync_runs (
  id uuid primary key,
  directory_id uuid not null references directories (id),
  kind text not null check (kind in ('full', 'changes')),
  trigger text not null check (trigger in ('schedule', 'person', 'command_line')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- When the run last told its progress; long silence means that its node died.
  heard_at timestamptz,
  read_count integer not null,
  expected_count integer,
  added_count integer not null,
  changed_count integer not null,
  disabled_count integer not null,
  enabled_count integer not null,
  gone_count integer not null,
  held_back_count integer not null,
  -- An administrator confirmed the removals of an earlier run: those people may go when they are not seen once more.
  confirms_run_id uuid references sync_runs (id) on delete set null,
  failure_code text,
  failure_message text,
  failure_retryable boolean
);

create index sync_runs_directory on sync_runs (directory_id, id);
create index sync_runs_open on sync_runs (directory_id) where state in ('waiting', 'running');

-- The built-in directory's own accounts and passwords, kept by its connector as an LDAP server would keep them.
-- `hash` and each of `history` are Argon2id strings sealed with a key outside the database.
create table builtin_accounts (
  id uuid primary key,
  directory_id uuid not null references directories (id),
  login text not null,
  login_key text collate "C" not null,
  display_name text not null,
  given_name text,
  family_name text,
  mail text,
  mail_key text collate "C",
  title text,
  department text,
  locale text,
  manager_person_id uuid,
  disabled boolean not null,
  modified_at timestamptz not null,
  unique (directory_id, login_key)
);

create index builtin_accounts_mail on builtin_accounts (directory_id, mail_key);
create index builtin_accounts_modified on builtin_accounts (directory_id, modified_at);

create table builtin_passwords (
  account_id uuid primary key references builtin_accounts (id) on delete cascade,
  hash text not null,
  -- Hashes of earlier passwords, newest first.
  history text[] not null,
  must_change boolean not null,
  changed_at timestamptz not null
);
