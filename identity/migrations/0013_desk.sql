-- Cases of the service desk, the proofs a person gave on them, what was sent, and what the report counts.

create table desk_cases (
  id uuid primary key,
  -- Said on the phone: made of the id.
  reference text not null,
  kind text not null check (kind in ('reset_failed', 'reset_abandoned', 'reset_disputed', 'phone_call')),
  state text not null check (state in ('open', 'assigned', 'waiting', 'solved', 'closed')),
  tier text not null check (tier in ('standard', 'privileged')),
  door text not null check (door in ('self_service', 'desk', 'administrator', 'servicenow')),
  person_id uuid not null references people,
  directory_id uuid not null,
  -- Words the case is found by: names, login, address, reference.
  search_text text not null,
  assignee_id uuid references people,
  -- Goes up when the case is reopened; proofs of an earlier round no longer count.
  round integer not null check (round >= 1),
  -- How often the same thing happened while the case was open.
  times integer not null check (times >= 1),
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- When an agent first took it in hand.
  taken_at timestamptz,
  due_at timestamptz,
  -- What is left of the time while it waits for the person.
  left_seconds integer,
  overdue_told_at timestamptz,
  result text check (result in ('solved', 'by_themselves', 'no_answer', 'not_proven', 'suspicious', 'not_needed')),
  settled_at timestamptz,
  -- When it was, or would have been, due: kept after it is settled, for the report.
  was_due_at timestamptz,
  version integer not null,
  check ((state in ('solved', 'closed')) = (settled_at is not null)),
  check ((state in ('solved', 'closed')) = (result is not null)),
  check ((state in ('open', 'assigned')) = (due_at is not null)),
  check ((state = 'waiting') = (left_seconds is not null)),
  check (state not in ('assigned', 'waiting') or assignee_id is not null),
  check (state <> 'open' or assignee_id is null)
);
-- Never two unsettled cases of one kind for one person, however many events come at once.
create unique index desk_cases_unsettled on desk_cases (person_id, kind) where state in ('open', 'assigned', 'waiting');
create index desk_cases_queue on desk_cases (coalesce(due_at, 'infinity'), id) where state in ('open', 'assigned', 'waiting');
create index desk_cases_due on desk_cases (due_at) where due_at is not null and overdue_told_at is null;
create index desk_cases_person on desk_cases (person_id, id);
create index desk_cases_opened on desk_cases (opened_at);
create index desk_cases_settled on desk_cases (settled_at) where settled_at is not null;

create table desk_proofs (
  id uuid primary key,
  case_id uuid not null references desk_cases,
  round integer not null,
  kind text not null check (kind in ('callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data')),
  -- replaced: begun again before it was decided · expired ones stay waiting or passed; the time says so.
  state text not null check (state in ('waiting', 'passed', 'failed', 'replaced')),
  agent_id uuid not null references people,
  started_at timestamptz not null,
  -- Until when it waits; once passed, until when it counts.
  expires_at timestamptz not null,
  decided_at timestamptz,
  -- Who vouched; null for everything else, where the agent or the person's own device decided.
  voucher_id uuid references people,
  -- What was used, for people to read: a masked address or number, a name, a kind of factor.
  detail text,
  -- HMAC of the code that was read out, with a key outside the database.
  prompt_hmac bytea,
  challenge_id uuid,
  -- How often the page was opened with that code.
  opened integer not null default 0,
  check ((state in ('passed', 'failed')) = (decided_at is not null))
);
create unique index desk_proofs_waiting on desk_proofs (case_id, kind) where state = 'waiting';
create index desk_proofs_of on desk_proofs (case_id, id);
create index desk_proofs_prompt on desk_proofs (prompt_hmac) where prompt_hmac is not null;
create index desk_proofs_voucher on desk_proofs (voucher_id) where voucher_id is not null and state = 'waiting';

create table desk_overrides (
  id uuid primary key,
  case_id uuid not null references desk_cases,
  round integer not null,
  agent_id uuid not null references people,
  reason text not null,
  points integer not null,
  given_at timestamptz not null,
  expires_at timestamptz not null
);
create index desk_overrides_of on desk_overrides (case_id, id);

-- What a proven person was sent, or is to be sent once a second agent agreed and time has passed. Never link or pass.
create table desk_outcomes (
  id uuid primary key,
  case_id uuid not null references desk_cases,
  person_id uuid not null,
  kind text not null check (kind in ('reset_link', 'temporary_pass')),
  state text not null check (state in ('confirm', 'delayed', 'sent', 'denied')),
  channel text not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  not_before timestamptz,
  sent_at timestamptz,
  expires_at timestamptz,
  check ((state = 'sent') = (sent_at is not null))
);
create unique index desk_outcomes_pending on desk_outcomes (person_id) where state in ('confirm', 'delayed');
create index desk_outcomes_of on desk_outcomes (case_id, id);
create index desk_outcomes_sent on desk_outcomes (person_id, sent_at) where state = 'sent';

create table desk_events (
  id uuid primary key,
  case_id uuid not null references desk_cases,
  at timestamptz not null,
  what text not null,
  -- Null: Hallpass itself, or the person the case is about.
  person_id uuid references people,
  proof text,
  text text
);
create index desk_events_of on desk_events (case_id, id);

-- Every version; the newest is in force.
create table desk_settings (
  version integer primary key,
  settings jsonb not null,
  author_id uuid references people,
  changed_at timestamptz not null
);

-- Every finished reset and unlock, kept for the report when credentials tells of it.
create table desk_recoveries (
  id uuid primary key,
  person_id uuid not null,
  directory_id uuid not null,
  kind text not null check (kind in ('reset', 'unlock')),
  door text not null check (door in ('self_service', 'desk', 'administrator', 'servicenow')),
  case_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- Done alone, while no agent had a case of this person in hand.
  deflected boolean not null
);
create index desk_recoveries_finished on desk_recoveries (finished_at, id);
