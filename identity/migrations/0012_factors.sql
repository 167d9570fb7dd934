-- Factors, the challenges that ask for them, and recovery by more than one proof. Secrets are sealed, codes are HMACs.

create table factors (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('totp', 'passkey', 'recovery_codes', 'push', 'sms')),
  name text not null,
  -- The secret of an authenticator app, or the number that messages go to.
  sealed text,
  -- The last time step whose code was taken; an earlier or equal one is never taken again.
  last_step bigint,
  credential_id text unique,
  public_key bytea,
  sign_count bigint,
  transports text[],
  -- A passkey that its owner's devices share, rather than one that stays in one key.
  is_synced boolean,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- It recovered the password: neither the second factor nor another recovery before this.
  rests_until timestamptz
);
create index factors_person on factors (person_id);
create unique index factors_one_set_of_codes on factors (person_id) where kind = 'recovery_codes';

create table recovery_codes (
  id uuid primary key,
  factor_id uuid not null references factors on delete cascade,
  code_hmac bytea not null,
  used_at timestamptz
);
create index recovery_codes_factor on recovery_codes (factor_id);

-- A factor while it is being added: worth nothing until its first code or answer came.
create table factor_enrolments (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  sealed text,
  challenge text,
  code_hmac bytea,
  tries integer not null,
  state text not null check (state in ('open', 'used')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index factor_enrolments_expires on factor_enrolments (expires_at);

-- "Prove it again": for signing in, step-up, a case of the desk, or recovery. Single use.
create table challenges (
  id uuid primary key,
  -- Null for a passkey that says itself who comes.
  person_id uuid,
  purpose text not null check (purpose in ('sign_in', 'step_up', 'desk', 'recovery', 'passkey_sign_in', 'case_code')),
  case_id uuid,
  passkey_challenge text not null,
  -- What a prompt on the phone asks for.
  number text not null,
  tries integer not null,
  state text not null check (state in ('open', 'used')),
  address text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index challenges_person on challenges (person_id, purpose);
create index challenges_expires on challenges (expires_at);

-- What was sent for a challenge: a mailed code, a text message, a prompt.
create table challenge_prompts (
  id uuid primary key,
  challenge_id uuid not null references challenges on delete cascade,
  kind text not null check (kind in ('mail_code', 'sms', 'push')),
  factor_id uuid,
  code_hmac bytea,
  created_at timestamptz not null
);
create index challenge_prompts_challenge on challenge_prompts (challenge_id);

create table temporary_passes (
  id uuid primary key,
  person_id uuid not null,
  case_id uuid,
  pass_hmac bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index temporary_passes_person on temporary_passes (person_id);
create index temporary_passes_expires on temporary_passes (expires_at);

-- Whom an attempt may be about; they may prove it by what they set up, beside what was mailed.
create table reset_people (
  attempt_id uuid not null references reset_attempts on delete cascade,
  person_id uuid not null,
  primary key (attempt_id, person_id)
);
create index reset_people_person on reset_people (person_id);
alter table reset_attempts add column directory_id uuid;
alter table reset_attempts add column passkey_challenge text not null default '';
-- Whether it was told that nobody finished it.
alter table reset_attempts add column is_reported boolean not null default false;

-- A ticket may still want proofs ("partial"); what was given stays with it.
alter table password_tickets add column proofs text[] not null default '{}';
alter table password_tickets add column factor_ids uuid[] not null default '{}';
alter table password_tickets add column challenge_id uuid;
alter table password_tickets add column case_id uuid;
alter table password_tickets drop constraint password_tickets_state_check;
alter table password_tickets add constraint password_tickets_state_check
  check (state in ('partial', 'open', 'busy', 'used'));

alter table one_time_links add column case_id uuid;
alter table one_time_links drop constraint one_time_links_kind_check;
alter table one_time_links add constraint one_time_links_kind_check check (kind in ('invite', 'dispute', 'reset'));

alter table recovery_policies add column proofs_wanted integer not null default 1 check (proofs_wanted in (1, 2));
alter table recovery_policies add column public_label text;

create table group_recovery_policies (
  group_id uuid primary key,
  self_service boolean not null,
  proofs text[] not null,
  proofs_wanted integer not null check (proofs_wanted in (1, 2)),
  version integer not null
);

-- Every finished reset, unlock and change, through whichever door; for the report of the desk.
create table recoveries (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('reset', 'unlock', 'change')),
  door text not null check (door in ('self_service', 'desk', 'administrator', 'servicenow')),
  case_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz not null
);
create index recoveries_finished on recoveries (finished_at);
