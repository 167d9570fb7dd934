-- Requests for access, who was asked and what they said, and the policies that decide who is asked.

-- Every version of every policy; the newest of a role is the one in force. Policies are never rewritten, so that a
-- request, a grant and the trail can name the version they followed.
create table policy_versions (
  id uuid primary key,
  -- Null: the default policy.
  role_id uuid references roles,
  version integer not null check (version >= 1),
  -- Null: from here on the role follows the default policy (the default: the one Hallpass comes with).
  rules jsonb,
  -- Null: an operator at the command line.
  author_id uuid references people,
  is_weaker boolean not null,
  created_at timestamptz not null
);
create unique index policy_versions_of on policy_versions (role_id, version) nulls not distinct;

create table requests (
  id uuid primary key,
  -- Requests made together.
  cart_id uuid not null,
  kind text not null check (kind in ('grant', 'extend')),
  role_id uuid not null references roles,
  requester_id uuid not null references people,
  beneficiary_id uuid not null references people,
  -- The grant it asks to extend, or the one it led to.
  grant_id uuid references grants,
  reason text not null,
  duration_days integer check (duration_days between 1 and 3650),
  state text not null check (state in ('waiting', 'fulfilling', 'fulfilled', 'denied', 'cancelled')),
  -- Index of the stage it waits at; as many as there are stages once all are approved.
  stage integer not null check (stage >= 0),
  -- How far each stage has come: [{level, startedAt, decidedAt}].
  stages jsonb not null,
  -- The policy as it was when the request was made, with its version.
  policy_snapshot jsonb not null,
  due_at timestamptz,
  due_for text check (due_for in ('remind', 'escalate', 'deny')),
  -- When the requester last asked for a reminder.
  reminded_at timestamptz,
  -- A person has to make the account; the request stays in `fulfilling` until they have.
  by_hand boolean not null,
  outcome_reason text,
  version integer not null,
  created_at timestamptz not null,
  approved_at timestamptz,
  settled_at timestamptz,
  check ((due_at is null) = (due_for is null)),
  check (due_at is null or state = 'waiting'),
  check (state <> 'fulfilling' or approved_at is not null),
  check ((state in ('fulfilled', 'denied', 'cancelled')) = (settled_at is not null)),
  check (state not in ('denied', 'cancelled') or outcome_reason is not null),
  check (kind = 'grant' or grant_id is not null)
);
-- One open request for a role and a person, however many windows ask at once.
create unique index requests_open on requests (beneficiary_id, role_id) where state in ('waiting', 'fulfilling');
-- What the sweep walks: due rows only.
create index requests_due on requests (due_at) where due_at is not null;
create index requests_fulfilling on requests (id) where state = 'fulfilling';
create index requests_waiting on requests (role_id) where state = 'waiting';
create index requests_requester on requests (requester_id, id);
create index requests_beneficiary on requests (beneficiary_id, id);
create index requests_grant on requests (grant_id) where grant_id is not null;
create index requests_cart on requests (cart_id);
create index requests_lead_time on requests (role_id, settled_at) where state = 'fulfilled';

create table approvals (
  request_id uuid not null references requests,
  stage integer not null check (stage >= 0),
  approver_id uuid not null references people,
  -- open · approved · denied · closed: others decided · rerouted: no longer theirs to decide ·
  -- lapsed: approved, but no longer an approver when the access was to be given
  state text not null check (state in ('open', 'approved', 'denied', 'closed', 'rerouted', 'lapsed')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  comment text,
  primary key (request_id, stage, approver_id),
  check (state not in ('approved', 'denied') or decided_at is not null)
);
-- The inbox.
create index approvals_open on approvals (approver_id, request_id) where state = 'open';
create index approvals_decided on approvals (approver_id, decided_at) where decided_at is not null;

create table request_comments (
  id uuid primary key,
  request_id uuid not null references requests,
  author_id uuid not null references people,
  kind text not null check (kind in ('comment', 'question')),
  text text not null,
  created_at timestamptz not null
);
create index request_comments_of on request_comments (request_id, id);
