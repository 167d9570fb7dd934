-- Proofs, tries and recovery. Everything secret is a hash or an HMAC whose key is outside the database.

-- What holds at once for a person: sessions and tokens begun before valid_from are refused. The epoch says the same
-- without comparing clocks: it goes up by one each time valid_from moves, and a session carries the one it began in.
create table person_credentials (
  person_id uuid primary key,
  valid_from timestamptz,
  epoch integer not null default 0,
  -- The session in which a person changed their own password outlives that change.
  spared_session_id uuid,
  self_service_stopped_at timestamptz
);

-- One counter for every door: wrong passwords, codes, mails; keys like person:ID, address:IP, all:sign-in.
create table try_counters (
  key text collate "C" primary key,
  taken integer not null check (taken >= 0),
  taken_max integer not null,
  window_ends_at timestamptz not null
);
create index try_counters_ended on try_counters (window_ends_at);

-- Somebody asked for a reset. Made for strangers too; a job looks the person up.
create table reset_attempts (
  id uuid primary key,
  login text not null,
  address text not null,
  state text not null check (state in ('waiting', 'open', 'used', 'idle')),
  tries integer not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index reset_attempts_expires on reset_attempts (expires_at);

-- What was sent for an attempt: one row for each person the typed login may mean.
create table reset_proofs (
  id uuid primary key,
  attempt_id uuid not null references reset_attempts on delete cascade,
  person_id uuid not null,
  kind text not null,
  code_hmac bytea not null,
  link_hash bytea not null unique,
  expires_at timestamptz not null,
  unique (attempt_id, person_id, kind)
);
create index reset_proofs_person on reset_proofs (person_id, expires_at);

-- Proof given: lets one page set one password, once.
create table password_tickets (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null,
  purpose text not null check (purpose in ('reset', 'invite', 'must_change', 'expired')),
  attempt_id uuid,
  state text not null check (state in ('open', 'busy', 'used')),
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_tickets_person on password_tickets (person_id);
create index password_tickets_expires on password_tickets (expires_at);

-- Mailed links that are not part of an attempt: invitations and "this was not me".
create table one_time_links (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('invite', 'dispute')),
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_links_person on one_time_links (person_id, kind);
create index one_time_links_expires on one_time_links (expires_at);

-- A password write to a directory, from before it until its outcome is known. Never the password.
create table password_writes (
  id uuid primary key,
  person_id uuid not null,
  intent_id text not null,
  kind text not null check (kind in ('reset', 'change', 'first')),
  ticket_id uuid,
  -- What the directory said before the write; a later time afterwards shows that it landed.
  changed_before timestamptz,
  started_at timestamptz not null,
  state text not null check (state in ('open', 'applied', 'not_applied', 'unknown')),
  settled_at timestamptz
);
create index password_writes_open on password_writes (started_at) where state = 'open';
create index password_writes_person on password_writes (person_id, id);

-- How people of a directory may recover; a directory without a row has the defaults.
create table recovery_policies (
  directory_id uuid primary key,
  self_service boolean not null,
  proofs text[] not null,
  address_quiet_days integer not null check (address_quiet_days between 0 and 90),
  sign_in_tries_max integer not null check (sign_in_tries_max between 2 and 20),
  wait_minutes integer not null check (wait_minutes between 1 and 1440),
  version integer not null
);
